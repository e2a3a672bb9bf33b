import { sql } from '#platform/sql';

/** Until when any order holds, for all that is known. */
export const selectLastEnd = () => sql<{ last: Date | null }>`
	select max(holds_until) as last from isolation.isolation_order`;

export interface HoldingRow {
	person_id: string;
	order_id: string;
	area_path: string;
	holds_from: Date;
	holds_until: Date;
}

/** Asked in every batch of check-ins while there are orders: one index look-up a person. */
export const selectHolding = (persons: readonly string[], from: Date, until: Date) => sql<HoldingRow>`
	select o.person_id, o.order_id, o.area_path, o.holds_from, o.holds_until
	from unnest(${persons}::bigint[]) as asked (person_id)
	join isolation.isolation_order o on o.person_id = asked.person_id
		and o.holds_until > ${from} and o.holds_from <= ${until}`;

/** Who is under an order at a moment, each once. */
export const selectOrdered = (at: Date, limit: number) => sql<{ person_id: string }>`
	select distinct person_id from isolation.isolation_order
	where holds_from <= ${at} and holds_until > ${at}
	order by person_id
	limit ${limit}`;
