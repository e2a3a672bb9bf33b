import { idArray, sql, sqlRows } from '#platform/sql';

export interface SiteRow {
	site_id: string;
	area_path: string;
	name: string;
	address: string;
	contact: string | null;
}

export const insertSite = (row: SiteRow & { by: string | null; now: Date }) => sql`
	insert into sites.site (site_id, area_path, name, address, contact, opened_at, opened_by)
	values (${row.site_id}, ${row.area_path}, ${row.name}, ${row.address}, ${row.contact}, ${row.now}, ${row.by})`;

export const selectSite = (siteId: string) => sql<SiteRow>`
	select site_id, area_path, name, address, contact from sites.site where site_id = ${siteId} and closed_at is null`;

export interface CountedRow extends SiteRow {
	beds: number;
	usable: number;
	taken: number;
	free_any: number;
	free_female: number;
	free_male: number;
}

/** One page of the sites in some ranges of area paths with how many beds they have, in the order of areas. */
export const selectSites = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	after: { areaPath: string; site: string };
	limit: number;
}) => sql<CountedRow>`
	select s.site_id, s.area_path, s.name, s.address, s.contact, counted.beds, counted.usable, counted.taken,
		counted.free_any, counted.free_female, counted.free_male
	from (
		select k.site_id, k.area_path, k.name, k.address, k.contact
		from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
		join sites.site k on k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and k.closed_at is null and (k.area_path collate "C", k.site_id) > (${page.after.areaPath}, ${page.after.site}::bigint)
		order by k.area_path collate "C", k.site_id
		limit ${page.limit}
	) s
	cross join lateral (
		select count(*)::integer as beds,
			count(*) filter (where b.state = 'usable')::integer as usable,
			count(t.stay_id)::integer as taken,
			count(*) filter (where b.state = 'usable' and t.stay_id is null and b.sex = 'any')::integer as free_any,
			count(*) filter (where b.state = 'usable' and t.stay_id is null and b.sex = 'female')::integer as free_female,
			count(*) filter (where b.state = 'usable' and t.stay_id is null and b.sex = 'male')::integer as free_male
		from sites.bed b
		left join sites.stay t on t.site_id = b.site_id and t.bed_id = b.bed_id and t.left_at is null
		where b.site_id = s.site_id
	) counted
	order by s.area_path collate "C", s.site_id`;

export interface FloorRow {
	building: string;
	floor: string;
	beds: number;
	taken: number;
}

export const selectFloors = (siteId: string, limit: number) => sql<FloorRow>`
	select b.building, b.floor, count(*)::integer as beds, count(t.stay_id)::integer as taken
	from sites.bed b
	left join sites.stay t on t.site_id = b.site_id and t.bed_id = b.bed_id and t.left_at is null
	where b.site_id = ${siteId}
	group by b.building, b.floor
	order by b.building collate "vi-x-icu", length(b.floor), b.floor
	limit ${limit}`;

export interface BedRow {
	bed_id: string;
	building: string;
	floor: string;
	room: string;
	bed: string;
	sex: string;
	state: string;
	person_id: string | null;
	order_id: string | null;
	begun_at: Date | null;
}

/** The beds of a floor, room by room, each with who lies in it. */
export const selectBeds = (
	siteId: string,
	{ building, floor }: { building: string; floor: string },
	limit: number,
) => sql<BedRow>`
	select b.bed_id, b.building, b.floor, b.room, b.bed, b.sex, b.state, t.person_id, t.order_id, t.begun_at
	from sites.bed b
	left join sites.stay t on t.site_id = b.site_id and t.bed_id = b.bed_id and t.left_at is null
	where b.site_id = ${siteId} and b.building = ${building} and b.floor = ${floor}
	order by length(b.room), b.room, length(b.bed), b.bed
	limit ${limit}`;

export const selectFreeBeds = (siteId: string, sexes: readonly string[], limit: number) => sql<BedRow>`
	select b.bed_id, b.building, b.floor, b.room, b.bed, b.sex, b.state, null as person_id, null as order_id,
		null as begun_at
	from sites.bed b
	where b.site_id = ${siteId} and b.state = 'usable' and b.sex = any (${sexes}::text[])
		and not exists (select from sites.stay t where t.site_id = b.site_id and t.bed_id = b.bed_id and t.left_at is null)
	order by b.building collate "vi-x-icu", length(b.floor), b.floor, length(b.room), b.room, length(b.bed), b.bed
	limit ${limit}`;

/** A bed, held: whoever takes it and whoever closes it do so one after the other. */
export const lockBed = (siteId: string, bedId: string) => sql<{
	sex: string;
	state: string;
	room: string;
	bed: string;
}>`
	select sex, state, room, bed from sites.bed where site_id = ${siteId} and bed_id = ${bedId} for update`;

export const updateBedState = (siteId: string, bedId: string, state: string) => sql`
	update sites.bed b set state = ${state}
	where b.site_id = ${siteId} and b.bed_id = ${bedId}`;

/** Adds beds; one that is there is for whom the newest file says, and stays as it is otherwise. */
export const insertBeds = (siteId: string, beds: readonly (readonly unknown[])[]) =>
	sqlRows(
		'insert into sites.bed (site_id, bed_id, building, floor, room, bed, sex) values',
		['bigint', 'bigint', 'text', 'text', 'text', 'text', 'text'],
		beds.map((bed) => [siteId, ...bed]),
		'on conflict on constraint bed_once do update set sex = excluded.sex where sites.bed.sex <> excluded.sex',
	);

export const countBeds = (siteId: string) => sql<{ beds: number }>`
	select count(*)::integer as beds from sites.bed where site_id = ${siteId}`;

export const selectPersonStates = (persons: readonly string[]) => sql<{ person_id: string; state: string }>`
	select person_id, state from monitoring.duty
	where person_id = any (${idArray(persons)}::bigint[]) and kind = 'isolation' and ended_at is null
	order by person_id, duty_id
	limit 5000`;
