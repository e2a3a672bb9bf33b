import { type Sql, sql } from '#platform/sql';
import type { Kind } from './file/kinds.ts';
import type { Mapping } from './file/mapping.ts';

export type ImportState = 'read' | 'checked' | 'running' | 'done' | 'stopped';

export interface ImportRow {
	import_id: string;
	kind: Kind;
	source: string;
	area_path: string;
	disease: string;
	rule: string;
	sent_by: string | null;
	state: ImportState;
	columns_sealed: Buffer;
	mapping: Mapping | null;
	findings_sealed: Buffer | null;
	rows_total: number;
	rows_good: number;
	rows_faulty: number;
	steps_total: number;
	steps_done: number;
	rows_added: number;
	rows_known: number;
	links_added: number;
	rows_refused: number;
	sent_at: Date;
	finished_at: Date | null;
	rows_dropped_at: Date | null;
}

type NewImport = Pick<
	ImportRow,
	'import_id' | 'kind' | 'source' | 'area_path' | 'disease' | 'rule' | 'sent_by' | 'columns_sealed' | 'rows_total'
>;

export const insertImport = (row: NewImport, now: Date) => sql`
	insert into imports.import (import_id, kind, source, area_path, disease, rule, sent_by, state, columns_sealed,
		rows_total, sent_at, moved_at)
	values (${row.import_id}, ${row.kind}, ${row.source}, ${row.area_path}, ${row.disease}, ${row.rule}, ${row.sent_by},
		'read', ${row.columns_sealed}, ${row.rows_total}, ${now}, ${now})`;

export const selectArea = (importId: string) => sql<{ area_path: string }>`
	select area_path from imports.import where import_id = ${importId}`;

export const selectImport = (importId: string): Sql<ImportRow> => sql<ImportRow>`
	select import_id, kind, source, area_path, disease, rule, sent_by, state, columns_sealed, mapping, findings_sealed,
		rows_total, rows_good, rows_faulty, steps_total, steps_done, rows_added, rows_known, links_added, rows_refused,
		sent_at, finished_at, rows_dropped_at
	from imports.import
	where import_id = ${importId}`;

/** Holds it still, so that two runs take turns and neither adds what the other has. */
export const lockImport = (importId: string): Sql<ImportRow> => sql<ImportRow>`
	select import_id, kind, source, area_path, disease, rule, sent_by, state, columns_sealed, mapping, findings_sealed,
		rows_total, rows_good, rows_faulty, steps_total, steps_done, rows_added, rows_known, links_added, rows_refused,
		sent_at, finished_at, rows_dropped_at
	from imports.import
	where import_id = ${importId}
	for update`;

/** The newest of an officer's areas, before one that was sent at a time. */
export const selectImports = (
	ranges: { from: readonly string[]; until: readonly string[] },
	before: { sentAt: Date; importId: string },
	limit: number,
) => sql<ImportRow>`
	select i.import_id, i.kind, i.source, i.area_path, i.disease, i.rule, i.sent_by, i.state, i.columns_sealed, i.mapping,
		i.findings_sealed, i.rows_total, i.rows_good, i.rows_faulty, i.steps_total, i.steps_done, i.rows_added,
		i.rows_known, i.links_added, i.rows_refused, i.sent_at, i.finished_at, i.rows_dropped_at
	from imports.import i
	where (i.sent_at, i.import_id) < (${before.sentAt}, ${before.importId}) and exists (
		select from unnest(${ranges.from}::text[], ${ranges.until}::text[]) as reach (path_from, path_until)
		where i.area_path collate "C" >= reach.path_from and i.area_path collate "C" < reach.path_until
	)
	order by i.sent_at desc, i.import_id desc
	limit ${limit}`;

export const updateChecked = (row: {
	importId: string;
	mapping: Mapping;
	findingsSealed: Buffer;
	good: number;
	faulty: number;
	steps: number;
	now: Date;
}) => sql`
	update imports.import
	set state = 'checked', mapping = ${JSON.stringify(row.mapping)}, findings_sealed = ${row.findingsSealed},
		rows_good = ${row.good}, rows_faulty = ${row.faulty}, steps_total = ${row.steps}, moved_at = ${row.now}
	where import_id = ${row.importId}`;

export const setState = (importId: string, state: ImportState, now: Date) => sql`
	update imports.import
	set state = ${state}, moved_at = ${now},
		finished_at = case when ${state} in ('done', 'stopped') then ${now}::timestamptz end
	where import_id = ${importId}`;

export const moveImport = (move: {
	importId: string;
	steps: number;
	added: number;
	known: number;
	links: number;
	refused: number;
	now: Date;
}) => sql`
	update imports.import
	set steps_done = ${move.steps}, rows_added = rows_added + ${move.added}, rows_known = rows_known + ${move.known},
		links_added = links_added + ${move.links}, rows_refused = rows_refused + ${move.refused}, moved_at = ${move.now}
	where import_id = ${move.importId}`;

/** A file that was not added before its rows were dropped can no longer be. The samples of its columns go as well. */
export const forgetRows = (importId: string, noColumnsSealed: Buffer, now: Date) => sql`
	update imports.import
	set rows_dropped_at = ${now}, columns_sealed = ${noColumnsSealed}, findings_sealed = null, state = case when state = 'done' then state else 'stopped' end
	where import_id = ${importId}`;

/** Those whose rows were kept long enough; what is being added keeps them until it is done. */
export const selectToForget = (sentBefore: Date) => sql<{ import_id: string }>`
	select import_id
	from imports.import
	where rows_dropped_at is null and sent_at < ${sentBefore} and state <> 'running'
	order by sent_at, import_id
	limit 500`;

/** Those a stopped server left behind. */
export const selectStalled = (movedBefore: Date) => sql<{ import_id: string }>`
	select import_id
	from imports.import
	where state = 'running' and moved_at < ${movedBefore}
	order by moved_at, import_id
	limit 20`;
