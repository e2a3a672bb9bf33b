import { sql } from '#platform/sql';

export const ensureDays = (from: string, until: string) =>
	sql`select platform.ensure_days('audit.entry', ${from}::date, ${until}::date)`;

export interface LookRow {
	at: Date;
	entry_id: string;
	persons: string[];
	operation: string;
	actor_kind: string;
	authority: string | null;
	purpose: string | null;
}

/** Who looked at these people, the newest first, continuing before (at, entry). */
export const selectLooks = (
	persons: readonly string[],
	before: { at: Date; entryId: string },
	limit: number,
) => sql<LookRow>`
	select l.at, l.entry_id, array(select person from unnest(l.persons) as person where person = any (${persons}::bigint[])
			order by person) as persons, e.operation, e.actor_kind, e.authority, e.purpose
	from audit.look l
	join audit.entry e on e.at = l.at and e.entry_id = l.entry_id
	where l.persons && ${persons}::bigint[] and (l.at, l.entry_id) < (${before.at}, ${before.entryId}::bigint)
	order by l.at desc, l.entry_id desc
	limit ${limit}`;

/** Sorts in the people of the newest looks. */
export const sortInLooks = () => sql`select gin_clean_pending_list('audit.look_persons'::regclass)`;

export interface EntryRow {
	at: Date;
	entry_id: string;
	operation: string;
	actor_kind: string;
	actor_id: string | null;
	authority: string | null;
	outcome: string;
	problem: string | null;
	purpose: string | null;
	case_id: string | null;
	persons: number;
	request_id: string;
}

export const selectEntries = (before: { at: Date; entryId: string }, limit: number) => sql<EntryRow>`
	select at, entry_id, operation, actor_kind, actor_id, authority, outcome, problem, purpose, case_id, persons, request_id
	from audit.entry
	where at <= ${before.at} and (at, entry_id) < (${before.at}, ${before.entryId}::bigint)
	order by at desc, entry_id desc
	limit ${limit}`;
