import { sql } from '#platform/sql';

/** What some person declared between two moments: the level of each declaration, the newest first. */
export const selectLevels = (persons: readonly string[], from: Date, until: Date, limit: number) => sql<{
	declared_at: Date;
	level: string;
}>`
	select declared_at, level
	from declarations.declaration
	where person_id = any (${persons}::bigint[]) and declared_at >= ${from} and declared_at < ${until}
	order by declared_at desc
	limit ${limit}`;

/** The isolation orders of some person that held at some moment between two, the newest first. */
export const selectOrders = (persons: readonly string[], from: Date, until: Date, limit: number) => sql<{
	order_id: string;
	kind: string;
	holds_from: Date;
	holds_until: Date;
}>`
	select order_id, kind, holds_from, holds_until
	from isolation.isolation_order
	where person_id = any (${persons}::bigint[]) and holds_from < ${until} and holds_until > ${from}
	order by holds_from desc, order_id
	limit ${limit}`;

/** How many visits some person made on each day of Viet Nam between two moments. */
export const countVisits = (persons: readonly string[], from: Date, until: Date) => sql<{
	day: string;
	visits: number;
	places: number;
}>`
	select (entered_at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*)::integer as visits,
		count(distinct place_id)::integer as places
	from visits.visit
	where person_id = any (${persons}::bigint[]) and entered_at >= ${from} and entered_at < ${until}
	group by 1
	order by 1 desc
	limit 400`;

interface AttemptRow {
	at: Date;
	outcome: string;
	note: string | null;
	authority: string | null;
}

/** When a health station tried to reach some person between two moments, and what came of it; the newest first. */
export const selectAttempts = (persons: readonly string[], from: Date, until: Date, limit: number) => sql<AttemptRow>`
	select at, outcome, note, authority
	from monitoring.contact_attempt
	where person_id = any (${persons}::bigint[]) and at >= ${from} and at < ${until}
	order by at desc, attempt_id
	limit ${limit}`;

/** When some person was called because no message reached them, and what came of it; the newest first. */
export const selectCalls = (persons: readonly string[], from: Date, until: Date, limit: number) => sql<AttemptRow>`
	select noted_at as at, outcome, note, null as authority
	from calls.call
	where person_id = any (${persons}::bigint[]) and noted_at >= ${from} and noted_at < ${until}
	order by noted_at desc, call_id
	limit ${limit}`;
