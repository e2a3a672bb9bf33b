import { sql, sqlRows } from '#platform/sql';

export const deleteBlocks = (persons: readonly string[]) => sql`
	delete from duplicates.block where person_id = any (${persons}::bigint[])`;

export const insertBlocks = (rows: readonly [Buffer, string][]) =>
	sqlRows('insert into duplicates.block (hash, person_id) values', ['bytea', 'bigint'], rows, 'on conflict do nothing');

/** Pairs that share a block, one of them of some people. A block of more is a common name and tells nothing. */
export const selectPartners = (persons: readonly string[], blockMax: number) => sql<{
	person_id: string;
	other_id: string;
}>`
	select distinct b.person_id, other.person_id as other_id
	from duplicates.block b
	cross join lateral (
		select count(*) as people
		from (select from duplicates.block same where same.hash = b.hash limit ${blockMax + 1}) few
	) size
	join duplicates.block other on other.hash = b.hash and other.person_id <> b.person_id
	where b.person_id = any (${persons}::bigint[]) and size.people <= ${blockMax}
	order by b.person_id, other.person_id
	limit 20000`;

export const selectProgress = () => sql<{ changed_at: Date; person_id: string }>`
	select changed_at, person_id from duplicates.progress where name = 'compared'`;

export const upsertProgress = (at: Date, personId: string) => sql`
	insert into duplicates.progress (name, changed_at, person_id) values ('compared', ${at}, ${personId})
	on conflict (name) do update set changed_at = excluded.changed_at, person_id = excluded.person_id`;

export interface CandidateRow {
	candidate_id: string;
	low_id: string;
	high_id: string;
	score: number;
	reasons: string[];
	area_path: string;
	found_at: Date;
	state: string;
	note: string | null;
}

const candidateTypes = ['bigint', 'bigint', 'bigint', 'smallint', 'text[]', 'text', 'timestamptz', 'text'];

/** A pair that is there already takes its new score while nobody has decided about it. */
export const upsertCandidates = (rows: readonly Omit<CandidateRow, 'note'>[]) =>
	sqlRows(
		`insert into duplicates.candidate (candidate_id, low_id, high_id, score, reasons, area_path, found_at, state) values`,
		candidateTypes,
		rows.map((row) => [
			...[row.candidate_id, row.low_id, row.high_id, row.score, row.reasons, row.area_path, row.found_at, row.state],
		]),
		`on conflict on constraint candidate_once do update
		set score = excluded.score, reasons = excluded.reasons, area_path = excluded.area_path
		where candidate.state = 'open'`,
	);

export const selectCandidate = (candidateId: string) => sql<CandidateRow>`
	select candidate_id, low_id, high_id, score, reasons, area_path, found_at, state, note
	from duplicates.candidate where candidate_id = ${candidateId}`;

/** One page of the pairs of a state in some ranges of area paths, the likeliest first, continuing after (score, id). */
export const selectCandidates = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	state: string;
	after: { score: number; id: string };
	limit: number;
}) => sql<CandidateRow>`
	select c.candidate_id, c.low_id, c.high_id, c.score, c.reasons, c.area_path, c.found_at, c.state, c.note
	from duplicates.candidate c
	where c.state = ${page.state} and (c.score, c.candidate_id) < (${page.after.score}::smallint, ${page.after.id}::bigint)
		and exists (
			select from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
			where c.area_path collate "C" >= reach.path_from and c.area_path collate "C" < reach.path_until
		)
	order by c.score desc, c.candidate_id desc
	limit ${page.limit}`;

/** Decides about a pair that is in a state; none when somebody else did meanwhile. */
export const updateState = (
	candidateId: string,
	change: { from: string; to: string; by: string | null; note: string; now: Date },
) => sql`
	update duplicates.candidate
	set state = ${change.to}, decided_at = ${change.now}, decided_by = ${change.by}, note = ${change.note}
	where candidate_id = ${candidateId} and state = ${change.from}`;

export interface MergeRow {
	merge_id: string;
	candidate_id: string;
	stays_id: string;
	dropped_id: string;
	reason: string;
	merged_by: string | null;
	merged_at: Date;
}

export const insertMerge = (row: MergeRow) => sql`
	insert into duplicates.merge (merge_id, candidate_id, stays_id, dropped_id, reason, merged_by, merged_at)
	values (${row.merge_id}, ${row.candidate_id}, ${row.stays_id}, ${row.dropped_id}, ${row.reason}, ${row.merged_by},
		${row.merged_at})`;

/** The merge of a pair that is not undone. */
export const selectMerge = (candidateId: string) => sql<MergeRow>`
	select merge_id, candidate_id, stays_id, dropped_id, reason, merged_by, merged_at
	from duplicates.merge
	where candidate_id = ${candidateId} and undone_at is null
	order by merged_at desc
	limit 1`;

export const updateUndone = (mergeId: string, undo: { by: string | null; reason: string; now: Date }) => sql`
	update duplicates.merge set undone_at = ${undo.now}, undone_by = ${undo.by}, undone_reason = ${undo.reason}
	where merge_id = ${mergeId} and undone_at is null`;
