import { sql } from '#platform/sql';
import type { EntryRow } from './queries.ts';

/** What was done with a case, the newest first, continuing before (at, entry). */
export const selectCaseEntries = (caseId: string, before: { at: Date; entryId: string }, limit: number) => sql<
	Pick<EntryRow, 'at' | 'entry_id' | 'operation' | 'actor_kind' | 'authority' | 'purpose' | 'persons' | 'outcome'>
>`
	select at, entry_id, operation, actor_kind, authority, purpose, persons, outcome
	from audit.entry
	where case_id = ${caseId} and at <= ${before.at} and (at, entry_id) < (${before.at}, ${before.entryId}::bigint)
	order by at desc, entry_id desc
	limit ${limit}`;

/** The same by day, authority and operation, without what was refused. */
export const countCaseEntries = (caseId: string, limit: number) => sql<{
	day: string;
	last_at: Date;
	authority: string | null;
	operation: string;
	times: number;
	persons: number;
}>`
	select (at at time zone 'Asia/Ho_Chi_Minh')::date as day, max(at) as last_at, authority, operation,
		count(*)::integer as times, sum(persons)::integer as persons
	from audit.entry
	where case_id = ${caseId} and outcome = 'done'
	group by 1, authority, operation
	order by last_at desc, operation
	limit ${limit}`;
