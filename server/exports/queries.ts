import { type Sql, sql } from '#platform/sql';
import type { Format, Layout, Names, Subject } from './order-fields.ts';
import type { Filter } from './scope.ts';

export type State = 'to-approve' | 'refused' | 'waiting' | 'writing' | 'ready' | 'failed' | 'cancelled' | 'over';

export interface ExportRow {
	export_id: string;
	subject: Subject;
	format: Format;
	layout: Layout;
	names: Names;
	purpose: string;
	case_id: string | null;
	filter: Filter | null;
	area_path: string;
	ordered_by: string;
	ordered_kind: 'staff' | 'partner';
	ordered_authority: string;
	ordered_at: Date;
	state: State;
	decided_authority: string | null;
	rows_expected: string;
	rows_done: string;
	parts: number;
	bytes: string;
	sha256: string | null;
	tries: number;
	kept_until: Date | null;
}

type Ordered = Omit<
	ExportRow,
	'decided_authority' | 'rows_done' | 'parts' | 'bytes' | 'sha256' | 'tries' | 'kept_until' | 'rows_expected'
> & { rows_expected: number };

export const insertExport = (row: Ordered): Sql => sql`
	insert into exports.export (export_id, subject, format, layout, names, purpose, case_id, filter, area_path, ordered_by,
		ordered_kind, ordered_authority, ordered_at, state, rows_expected, moved_at)
	values (${row.export_id}, ${row.subject}, ${row.format}, ${row.layout}, ${row.names}, ${row.purpose}, ${row.case_id},
		${row.filter && JSON.stringify(row.filter)}, ${row.area_path}, ${row.ordered_by}, ${row.ordered_kind},
		${row.ordered_authority}, ${row.ordered_at}, ${row.state}, ${row.rows_expected}, ${row.ordered_at})`;

export const selectExport = (exportId: string) => sql<ExportRow>`
	select export_id, subject, format, layout, names, purpose, case_id, filter, area_path, ordered_by, ordered_kind,
		ordered_authority, ordered_at, state, decided_authority, rows_expected, rows_done, parts, bytes, sha256, tries,
		kept_until
	from exports.export
	where export_id = ${exportId}`;

export const selectExportsOf = (orderedBy: string, limit: number) => sql<ExportRow>`
	select export_id, subject, format, layout, names, purpose, case_id, filter, area_path, ordered_by, ordered_kind,
		ordered_authority, ordered_at, state, decided_authority, rows_expected, rows_done, parts, bytes, sha256, tries,
		kept_until
	from exports.export
	where ordered_by = ${orderedBy}
	order by ordered_at desc, export_id desc
	limit ${limit}`;

/** Those of others that wait for a second officer within some ranges of areas, the oldest first. */
export const selectToApprove = (by: string, from: readonly string[], until: readonly string[], limit: number) =>
	sql<ExportRow>`
	select e.export_id, e.subject, e.format, e.layout, e.names, e.purpose, e.case_id, e.filter, e.area_path, e.ordered_by,
		e.ordered_kind, e.ordered_authority, e.ordered_at, e.state, e.decided_authority, e.rows_expected, e.rows_done,
		e.parts, e.bytes, e.sha256, e.tries, e.kept_until
	from unnest(${from}::text[], ${until}::text[]) r (from_path, until_path)
	join exports.export e on e.area_path collate "C" >= r.from_path and e.area_path collate "C" < r.until_path
	where e.state = 'to-approve' and e.ordered_by <> ${by}
	order by e.ordered_at, e.export_id
	limit ${limit}`;

/** Touches no row where it was decided already. */
export const decideExport = (
	exportId: string,
	decision: { state: 'waiting' | 'refused'; by: string; authority: string; at: Date },
): Sql => sql`
	update exports.export
	set state = ${decision.state}, decided_by = ${decision.by}, decided_authority = ${decision.authority},
		decided_at = ${decision.at}, moved_at = ${decision.at}
	where export_id = ${exportId} and state = 'to-approve'`;

export const cancelExport = (exportId: string, now: Date): Sql => sql`
	update exports.export
	set state = 'cancelled', moved_at = ${now}
	where export_id = ${exportId} and state in ('to-approve', 'waiting', 'writing')`;

/** Takes an export up that waits, or whose run has not moved since `stalledBefore`. */
export const takeExport = (take: { exportId: string; runId: string; now: Date; stalledBefore: Date }) => sql<ExportRow>`
	update exports.export
	set state = 'writing', run_id = ${take.runId}, tries = tries + 1, rows_done = 0, parts = 0, bytes = 0,
		moved_at = ${take.now}
	where export_id = ${take.exportId}
		and (state = 'waiting' or (state = 'writing' and moved_at < ${take.stalledBefore}))
	returning export_id, subject, format, layout, names, purpose, case_id, filter, area_path, ordered_by, ordered_kind,
		ordered_authority, ordered_at, state, decided_authority, rows_expected, rows_done, parts, bytes, sha256, tries,
		kept_until`;

/** Touches no row when the export was cancelled or another run took it over. */
export const moveExport = (exportId: string, runId: string, rows: number, now: Date): Sql => sql`
	update exports.export
	set rows_done = ${rows}, moved_at = ${now}
	where export_id = ${exportId} and run_id = ${runId} and state = 'writing'`;

export const addPart = (exportId: string, runId: string, bytes: number, now: Date) => sql<{ parts: number }>`
	update exports.export
	set parts = parts + 1, bytes = bytes + ${bytes}, moved_at = ${now}
	where export_id = ${exportId} and run_id = ${runId} and state = 'writing'
	returning parts`;

export const finishExport = (end: {
	exportId: string;
	runId: string;
	rows: number;
	sha256: string;
	now: Date;
	keptUntil: Date;
}): Sql => sql`
	update exports.export
	set state = 'ready', rows_done = ${end.rows}, sha256 = ${end.sha256}, moved_at = ${end.now},
		kept_until = ${end.keptUntil}
	where export_id = ${end.exportId} and run_id = ${end.runId} and state = 'writing'`;

export const failExport = (exportId: string, now: Date): Sql => sql`
	update exports.export set state = 'failed', moved_at = ${now} where export_id = ${exportId} and state = 'writing'`;

export const insertPart = (exportId: string, number: number, sealed: Buffer): Sql => sql`
	insert into exports.part (export_id, number, sealed) values (${exportId}, ${number}, ${sealed})`;

export const selectPart = (exportId: string, number: number) => sql<{ sealed: Buffer }>`
	select sealed from exports.part where export_id = ${exportId} and number = ${number}`;

export const deleteParts = (exportId: string): Sql => sql`
	delete from exports.part where export_id = ${exportId}`;

/** Those a stopped server left behind. */
export const selectStalled = (stalledBefore: Date) => sql<{ export_id: string }>`
	select export_id
	from exports.export
	where state in ('waiting', 'writing') and moved_at < ${stalledBefore}
	order by moved_at, export_id
	limit 20`;

export const selectOver = (now: Date) => sql<{ export_id: string }>`
	select export_id
	from exports.export
	where state = 'ready' and kept_until <= ${now}
	order by kept_until, export_id
	limit 500`;

export const endExport = (exportId: string, now: Date): Sql => sql`
	update exports.export set state = 'over', moved_at = ${now} where export_id = ${exportId} and state = 'ready'`;

/** Orders nobody decided about in time. */
export const endUndecided = (orderedBefore: Date, now: Date): Sql => sql`
	update exports.export set state = 'over', moved_at = ${now}
	where state = 'to-approve' and ordered_at < ${orderedBefore}`;

export interface RuleRow {
	keep_hours: number;
	approve_hours: number;
	cell_min: number;
	/** A list of more people needs a second officer. */
	people_max: number;
}

export const selectRule = (now: Date) => sql<RuleRow>`
	select keep_hours, approve_hours, cell_min, people_max
	from exports.rule
	where valid_from <= ${now}
	order by version desc
	limit 1`;

export const insertFirstRule = (now: Date): Sql => sql`
	insert into exports.rule (version, keep_hours, approve_hours, cell_min, people_max, valid_from, decision)
	values (1, 24, 24, 5, 50, ${now}, 'Thiết lập ban đầu của hệ thống (the setting this system comes with)')
	on conflict (version) do nothing`;
