import { idArray, sql, sqlRows } from '#platform/sql';

/** An order whose ending is looked at, with what its person reported. */
export interface CandidateRow {
	person_id: string;
	order_id: string;
	area_path: string;
	kind: string;
	disease: string;
	from_on: string;
	until_on: string;
	regime: string | null;
	regime_version: number | null;
	is_symptomatic: boolean | null;
	last_symptom_on: string | null;
}

/** Orders that nobody ended and whose last day has come, a page at a time in the order of persons and orders. */
export const selectCandidates = (
	today: string,
	after: { person: string; order: string },
	limit: number,
) => sql<CandidateRow>`
	select o.person_id, o.order_id, o.area_path, o.kind, o.disease, o.from_on, o.until_on, o.regime, o.regime_version,
		d.is_symptomatic, d.last_symptom_on
	from isolation.isolation_order o
	left join monitoring.duty d on d.person_id = o.person_id and d.kind = 'isolation' and d.source_id = o.order_id
	where o.ended_at is null and not o.is_hold and o.until_on <= ${today}::date
		and (o.person_id, o.order_id) > (${after.person}::bigint, ${after.order}::bigint)
	order by o.person_id, o.order_id
	limit ${limit}`;

/** The same of some orders, whatever their last day. */
export const selectOrders = (orders: readonly string[]) => sql<CandidateRow>`
	select o.person_id, o.order_id, o.area_path, o.kind, o.disease, o.from_on, o.until_on, o.regime, o.regime_version,
		d.is_symptomatic, d.last_symptom_on
	from isolation.isolation_order o
	left join monitoring.duty d on d.person_id = o.person_id and d.kind = 'isolation' and d.source_id = o.order_id
	where o.order_id = any (${idArray(orders)}::bigint[]) and o.ended_at is null and not o.is_hold
	order by o.person_id, o.order_id
	limit 1000`;

export const selectOrderAreas = (orders: readonly string[]) => sql<{ order_id: string; area_path: string }>`
	select order_id, area_path from isolation.isolation_order
	where order_id = any (${idArray(orders)}::bigint[])
	order by order_id
	limit 1000`;

export interface DueRow {
	person_id: string;
	order_id: string;
	area_path: string;
	until_on: string;
	missing: string[];
}

export const upsertDue = (rows: readonly DueRow[], now: Date) =>
	sqlRows(
		'insert into endings.due (person_id, order_id, area_path, until_on, missing, assessed_at) values',
		['bigint', 'bigint', 'text', 'date', 'text[]', 'timestamptz'],
		rows.map((row) => [row.person_id, row.order_id, row.area_path, row.until_on, row.missing, now]),
		`on conflict (person_id, order_id) do update set area_path = excluded.area_path, until_on = excluded.until_on,
			missing = excluded.missing, assessed_at = excluded.assessed_at`,
	);

/** Whose order was ended or extended, or is of another area, since it was found due. */
export const deleteStale = (today: string, limit: number) => sql`
	delete from endings.due where (person_id, order_id) in (
		select d.person_id, d.order_id from endings.due d
		left join isolation.isolation_order o on o.person_id = d.person_id and o.order_id = d.order_id
			and o.ended_at is null and o.until_on <= ${today}::date
		where o.order_id is null
		limit ${limit}
	)`;

export const deleteDue = (orders: readonly { personId: string; orderId: string }[]) => sql`
	delete from endings.due d
	using unnest(${idArray(orders.map((one) => one.personId))}::bigint[],
		${idArray(orders.map((one) => one.orderId))}::bigint[]) as ended (person_id, order_id)
	where d.person_id = ended.person_id and d.order_id = ended.order_id`;

interface Page {
	ranges: { from: readonly string[]; until: readonly string[] };
	after: { untilOn: string; order: string };
	limit: number;
}

/** Who is ready, the longest overdue first, continuing after (until_on, order_id). */
export const selectReady = ({ ranges, after, limit }: Page) => sql<DueRow>`
	select d.person_id, d.order_id, d.area_path, d.until_on, d.missing
	from unnest(${ranges.from}::text[], ${ranges.until}::text[]) as reach (path_from, path_until)
	join endings.due d on d.area_path collate "C" >= reach.path_from and d.area_path collate "C" < reach.path_until
		and d.missing = '{}' and (d.until_on, d.order_id) > (${after.untilOn}::date, ${after.order}::bigint)
	order by d.until_on, d.order_id
	limit ${limit}`;

/** Who is due by the days and something else is missing. */
export const selectWaiting = ({ ranges, after, limit }: Page) => sql<DueRow>`
	select d.person_id, d.order_id, d.area_path, d.until_on, d.missing
	from unnest(${ranges.from}::text[], ${ranges.until}::text[]) as reach (path_from, path_until)
	join endings.due d on d.area_path collate "C" >= reach.path_from and d.area_path collate "C" < reach.path_until
		and d.missing <> '{}' and (d.until_on, d.order_id) > (${after.untilOn}::date, ${after.order}::bigint)
	order by d.until_on, d.order_id
	limit ${limit}`;

export const countDue = (ranges: Page['ranges']) => sql<{ ready: number; waiting: number; groundless: number }>`
	with reach as (
		select path_from, path_until
		from unnest(${ranges.from}::text[], ${ranges.until}::text[]) as reach (path_from, path_until)
	)
	select counted.ready, counted.waiting, open.groundless
	from (
		select count(*) filter (where d.missing = '{}')::integer as ready,
			count(*) filter (where d.missing <> '{}')::integer as waiting
		from reach r
		join endings.due d on d.area_path collate "C" >= r.path_from and d.area_path collate "C" < r.path_until
	) counted
	cross join (
		select count(*)::integer as groundless
		from reach r
		join endings.groundless_now g on g.area_path collate "C" >= r.path_from and g.area_path collate "C" < r.path_until
	) open`;
