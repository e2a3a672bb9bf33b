import { idArray, sql } from '#platform/sql';

/**
 * Keeps the orders in force that a case was the reason of, once each. Whoever is a confirmed contact of another case that
 * is open still has one.
 */
export const insertGroundless = (caseId: string, reason: string, now: Date) => sql`
	with given as (
		select o.person_id, o.order_id, o.area_path, p.case_id
		from proposals.proposal p
		join isolation.isolation_order o on o.person_id = p.person_id and o.order_id = p.order_id and o.ended_at is null
		where p.case_id = ${caseId} and p.outcome = 'accepted'
	), known_as as (
		select person_id, person_id as id from given
		union
		select g.person_id, other.other_id from given g join identity.other_id other on other.person_id = g.person_id
	)
	insert into endings.groundless (person_id, order_id, area_path, case_id, reason, since)
	select g.person_id, g.order_id, g.area_path, g.case_id, ${reason}, ${now}
	from given g
	where not exists (
		select from known_as a
		join contacts.contact k on k.person_id = a.id and k.state = 'confirmed'
		join cases.case c on c.case_id = k.case_id and c.closed_at is null
		where a.person_id = g.person_id and k.case_id <> g.case_id
	)
	on conflict do nothing`;

export interface GroundlessRow {
	person_id: string;
	order_id: string;
	area_path: string;
	kind: string;
	from_on: string;
	until_on: string;
	reason: string;
	since: Date;
}

/** Orders in force whose reason is gone, the longest ago first, continuing after (since, order_id). */
export const selectGroundless = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	after: { at: Date; id: string };
	limit: number;
}) => sql<GroundlessRow>`
	select g.person_id, g.order_id, g.area_path, g.kind, g.from_on, g.until_on, g.reason, g.since
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	join endings.groundless_now g on g.area_path collate "C" >= reach.path_from
		and g.area_path collate "C" < reach.path_until and (g.since, g.order_id) > (${page.after.at}, ${page.after.id}::bigint)
	order by g.since, g.order_id
	limit ${page.limit}`;

/** Which of some orders are in force and without a reason, for whoever decides on them. */
export const selectSettled = (orders: readonly string[]) => sql<{ person_id: string; order_id: string }>`
	select person_id, order_id from endings.groundless_now
	where order_id = any (${idArray(orders)}::bigint[])
	order by person_id, order_id
	limit 500`;

export const updateKept = (
	orders: readonly { personId: string; orderId: string }[],
	{ by, reason, now }: { by: string | null; reason: string; now: Date },
) => sql`
	update endings.groundless g set kept_at = ${now}, kept_by = ${by}, kept_reason = ${reason}
	from unnest(${idArray(orders.map((one) => one.personId))}::bigint[],
		${idArray(orders.map((one) => one.orderId))}::bigint[]) as kept (person_id, order_id)
	where g.person_id = kept.person_id and g.order_id = kept.order_id`;
