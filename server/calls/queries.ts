import { idArray, sql } from '#platform/sql';

export interface CallRow {
	person_id: string;
	source_id: string;
	call_id: string;
	area_path: string;
	reason: string;
	vi: string;
	en: string;
	opened_at: Date;
	outcome: string | null;
	note: string | null;
	noted_at: Date | null;
}

export const insertCalls = `insert into calls.call
	(person_id, source_id, call_id, area_path, reason, vi, en, opened_at) values`;
export const callTypes = ['bigint', 'bigint', 'bigint', 'text', 'text', 'text', 'text', 'timestamptz'];

/** Somebody who was called of the same before, and now has to be called again, is open again. */
export const reopenCall = `on conflict (person_id, source_id) do update
	set reason = excluded.reason, vi = excluded.vi, en = excluded.en, area_path = excluded.area_path,
		opened_at = excluded.opened_at, outcome = null, note = null, noted_at = null, noted_by = null
	where calls.call.noted_at is not null`;

export const selectCall = (callId: string) => sql<CallRow>`
	select person_id, source_id, call_id, area_path, reason, vi, en, opened_at, outcome, note, noted_at
	from calls.call where call_id = ${callId}`;

/** One page of the calls in some ranges of area paths, the newest first, continuing before (opened_at, call_id). */
export const selectCalls = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	isOpen: boolean;
	before: { at: Date; id: string };
	limit: number;
}) => sql<CallRow>`
	select c.person_id, c.source_id, c.call_id, c.area_path, c.reason, c.vi, c.en, c.opened_at, c.outcome, c.note, c.noted_at
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select k.person_id, k.source_id, k.call_id, k.area_path, k.reason, k.vi, k.en, k.opened_at, k.outcome, k.note, k.noted_at
		from calls.call k
		where k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and (k.opened_at, k.call_id) < (${page.before.at}, ${page.before.id}::bigint)
			and (k.noted_at is null) = ${page.isOpen}
		order by k.opened_at desc, k.call_id desc
		limit ${page.limit}
	) c
	order by c.opened_at desc, c.call_id desc
	limit ${page.limit}`;

/** Whoever is known under several ids is called once: the same matter is noted for all of them. */
export const updateOutcome = (noted: {
	sourceId: string;
	persons: readonly string[];
	outcome: string;
	note: string | null;
	by: string | null;
	now: Date;
}) => sql`
	update calls.call
	set outcome = ${noted.outcome}, note = ${noted.note}, noted_by = ${noted.by}, noted_at = ${noted.now}
	where person_id = any (${idArray(noted.persons)}::bigint[]) and source_id = ${noted.sourceId} and noted_at is null`;

/** Who of some people waits for a call about some matters. */
export const selectOpen = (persons: readonly string[], sources: readonly string[]) => sql<{
	person_id: string;
	source_id: string;
}>`
	select person_id, source_id from calls.call
	where person_id = any (${idArray(persons)}::bigint[]) and source_id = any (${idArray(sources)}::bigint[])
		and noted_at is null
	order by person_id, source_id
	limit 100000`;

/** What they were to be told does not hold any more. */
export const deleteOpenCalls = (sourceId: string) => sql`
	delete from calls.call where source_id = ${sourceId} and noted_at is null`;

export const deleteNoted = (before: Date) => sql`delete from calls.call where noted_at < ${before}`;
