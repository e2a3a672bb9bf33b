import { idArray, sql } from '#platform/sql';

export interface NewStay {
	siteId: string;
	stayId: string;
	bedId: string;
	personId: string;
	orderId: string;
	by: string | null;
	now: Date;
}

/** Breaks `stay_bed_once` when somebody lies there. */
export const insertStay = (stay: NewStay) => sql`
	insert into sites.stay (site_id, stay_id, bed_id, person_id, order_id, begun_at, begun_by)
	values (${stay.siteId}, ${stay.stayId}, ${stay.bedId}, ${stay.personId}, ${stay.orderId}, ${stay.now}, ${stay.by})`;

/** Whoever the orders kept in a bed leaves it. */
export const endStays = (orders: readonly string[], now: Date) => sql`
	update sites.stay set left_at = greatest(begun_at, ${now})
	where order_id = any (${idArray(orders)}::bigint[]) and left_at is null`;

export interface StayRow {
	order_id: string;
	site_id: string;
	site_name: string;
	building: string;
	floor: string;
	room: string;
	bed: string;
	begun_at: Date;
	left_at: Date | null;
}

/** Every bed an order has kept its person in, the newest first. */
export const selectStaysOf = (orderId: string, limit: number) => sql<StayRow>`
	select t.order_id, t.site_id, s.name as site_name, b.building, b.floor, b.room, b.bed, t.begun_at, t.left_at
	from sites.stay t
	join sites.site s on s.site_id = t.site_id
	join sites.bed b on b.site_id = t.site_id and b.bed_id = t.bed_id
	where t.order_id = ${orderId}
	order by t.begun_at desc, t.stay_id
	limit ${limit}`;

export interface MoveRow {
	stay_id: string;
	person_id: string;
	order_id: string;
	building: string;
	floor: string;
	room: string;
	bed: string;
	begun_at: Date;
	left_at: Date | null;
}

/** Who lay in a site's beds, the newest first, continuing before (begun_at, stay_id). */
export const selectMoves = (siteId: string, before: { at: Date; id: string }, limit: number) => sql<MoveRow>`
	select t.stay_id, t.person_id, t.order_id, b.building, b.floor, b.room, b.bed, t.begun_at, t.left_at
	from sites.stay t
	join sites.bed b on b.site_id = t.site_id and b.bed_id = t.bed_id
	where t.site_id = ${siteId} and (t.begun_at, t.stay_id) < (${before.at}, ${before.id}::bigint)
	order by t.begun_at desc, t.stay_id desc
	limit ${limit}`;
