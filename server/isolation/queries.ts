import { idArray, sql, sqlRows } from '#platform/sql';

export interface OrderRow {
	person_id: string;
	order_id: string;
	area_path: string;
	kind: string;
	disease: string;
	decided_by: string;
	decision_number: string;
	contact: string | null;
	from_on: string;
	until_on: string;
	holds_from: Date;
	holds_until: Date;
	issued_by: string | null;
	issued_at: Date;
	ended_at: Date | null;
	ended_reason: string | null;
	regime: string | null;
	regime_version: number | null;
	site_id: string | null;
	proposal_id: string | null;
	is_hold: boolean;
	outcome: string | null;
}

const orderTypes = [
	...['bigint', 'bigint', 'text', 'text', 'text', 'text', 'text', 'text', 'date', 'date', 'timestamptz', 'timestamptz'],
	...['bigint', 'timestamptz', 'text', 'integer', 'bigint', 'bigint', 'boolean'],
];

export const insertOrders = (rows: readonly OrderRow[]) =>
	sqlRows<{ order_id: string }>(
		`insert into isolation.isolation_order (person_id, order_id, area_path, kind, disease, decided_by, decision_number,
			contact, from_on, until_on, holds_from, holds_until, issued_by, issued_at, regime, regime_version, site_id,
			proposal_id, is_hold) values`,
		orderTypes,
		rows.map((row) => [
			...[row.person_id, row.order_id, row.area_path, row.kind, row.disease, row.decided_by, row.decision_number],
			...[row.contact, row.from_on, row.until_on, row.holds_from, row.holds_until, row.issued_by, row.issued_at],
			...[row.regime, row.regime_version, row.site_id, row.proposal_id, row.is_hold],
		]),
		'on conflict do nothing returning order_id',
	);

/** An order of the same decision about somebody, under whichever of some ids. */
export const selectSameOrder = (row: OrderRow, persons: readonly string[]) => sql<{ order_id: string }>`
	select order_id from isolation.isolation_order
	where person_id = any (${idArray(persons)}::bigint[]) and area_path = ${row.area_path}
		and decision_number = ${row.decision_number} and ended_at is null
	order by order_id
	limit 1`;

export const selectOrderArea = (orderId: string) => sql<{ area_path: string }>`
	select area_path from isolation.isolation_order where order_id = ${orderId}`;

export const selectHomeArea = (personId: string) => sql<{ path: string }>`
	select u.path from identity.person p join areas.unit u on u.area_id = p.area_id where p.person_id = ${personId}`;

export const selectOrder = (orderId: string) => sql<OrderRow>`
	select person_id, order_id, area_path, kind, disease, decided_by, decision_number, contact, from_on, until_on,
		holds_from, holds_until, issued_by, issued_at, ended_at, ended_reason, regime, regime_version, site_id, proposal_id, is_hold, outcome
	from isolation.isolation_order where order_id = ${orderId}`;

/** Whose last day moves: later by an extension, sooner by nothing (that is an end). */
export const updateLastDay = (change: {
	personId: string;
	orderId: string;
	untilOn: string;
	until: Date;
	now: Date;
}) => sql`
	update isolation.isolation_order set until_on = ${change.untilOn}, holds_until = ${change.until}
	where person_id = ${change.personId} and order_id = ${change.orderId} and ended_at is null
		and holds_until > ${change.now}`;

/** Where somebody stays from now on, and who looks after them. */
export const updateWhere = (change: {
	personId: string;
	orderId: string;
	areaPath: string;
	kind: string;
	siteId: string | null;
	contact: string | null;
	now: Date;
}) => sql`
	update isolation.isolation_order
	set area_path = ${change.areaPath}, kind = ${change.kind}, site_id = ${change.siteId}, contact = ${change.contact}
	where person_id = ${change.personId} and order_id = ${change.orderId} and ended_at is null
		and holds_until > ${change.now}`;

export const updateSite = (personId: string, orderId: string, siteId: string) => sql`
	update isolation.isolation_order set site_id = ${siteId} where person_id = ${personId} and order_id = ${orderId}`;

/** Ends the holds of some proposals: it is decided about their people. */
export const endHolds = (persons: readonly string[], proposals: readonly string[], now: Date) => sql`
	update isolation.isolation_order
	set ended_at = ${now}, ended_reason = 'decided', outcome = 'decided', holds_until = least(holds_until, ${now})
	where person_id = any (${idArray(persons)}::bigint[]) and proposal_id = any (${idArray(proposals)}::bigint[])
		and is_hold and ended_at is null`;

/**
 * One page of the orders in some ranges of area paths, the newest first, continuing before (issued_at, order_id).
 * `isOver`: true, false, or null for both; of those only what held at some moment from `from` until before `until`.
 */
export const selectOrders = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	isOver: boolean | null;
	now: Date;
	held: { from: Date; until: Date } | null;
	before: { at: Date; id: string };
	limit: number;
}) => sql<OrderRow>`
	select o.person_id, o.order_id, o.area_path, o.kind, o.disease, o.decided_by, o.decision_number, o.contact, o.from_on,
		o.until_on, o.holds_from, o.holds_until, o.issued_by, o.issued_at, o.ended_at, o.ended_reason, o.regime,
		o.regime_version, o.site_id, o.proposal_id, o.is_hold, o.outcome
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select k.person_id, k.order_id, k.area_path, k.kind, k.disease, k.decided_by, k.decision_number, k.contact,
			k.from_on, k.until_on, k.holds_from, k.holds_until, k.issued_by, k.issued_at, k.ended_at, k.ended_reason,
			k.regime, k.regime_version, k.site_id, k.proposal_id, k.is_hold, k.outcome
		from isolation.isolation_order k
		where k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and (k.issued_at, k.order_id) < (${page.before.at}, ${page.before.id}::bigint)
			and (${page.isOver}::boolean is null or (k.holds_until <= ${page.now}) = ${page.isOver})
			and (${page.held?.from ?? null}::timestamptz is null
				or (k.holds_from < ${page.held?.until ?? null} and k.holds_until > ${page.held?.from ?? null}))
		order by k.issued_at desc, k.order_id desc
		limit ${page.limit}
	) o
	order by o.issued_at desc, o.order_id desc
	limit ${page.limit}`;

/** What some people are ordered that is not over, or begins later. */
export const selectOrdersOf = (persons: readonly string[], now: Date, limit: number) => sql<OrderRow>`
	select person_id, order_id, area_path, kind, disease, decided_by, decision_number, contact, from_on, until_on,
		holds_from, holds_until, issued_by, issued_at, ended_at, ended_reason, regime, regime_version, site_id, proposal_id, is_hold, outcome
	from isolation.isolation_order
	where person_id = any (${persons}::bigint[]) and holds_until > ${now}
	order by holds_until desc, order_id
	limit ${limit}`;
