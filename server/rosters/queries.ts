import { chunks, type Sql, sql, sqlRows } from '#platform/sql';
import type { Fault } from './faults.ts';

export type RosterState = 'checked' | 'running' | 'done' | 'stopped';

export interface RosterRow {
	roster_id: string;
	cordon_id: string;
	area_path: string;
	sent_by: string | null;
	state: RosterState;
	rows_total: number;
	rows_good: number;
	rows_faulty: number;
	filled_down: number;
	ignored_columns: string[];
	reached: number;
	rows_added: number;
	rows_known: number;
	sent_at: Date;
	finished_at: Date | null;
	rows_dropped_at: Date | null;
}

export const insertRoster = (one: {
	rosterId: string;
	cordon: { cordonId: string; areaPath: string };
	sentBy: string | null;
	total: number;
	good: number;
	filledDown: number;
	ignored: readonly string[];
	now: Date;
}): Sql => sql`
	insert into rosters.roster (roster_id, cordon_id, area_path, sent_by, state, rows_total, rows_good, rows_faulty,
		filled_down, ignored_columns, sent_at, moved_at)
	values (${one.rosterId}, ${one.cordon.cordonId}, ${one.cordon.areaPath}, ${one.sentBy}, 'checked', ${one.total},
		${one.good}, ${one.total - one.good}, ${one.filledDown}, ${one.ignored}, ${one.now}, ${one.now})`;

export const insertSheetRows = (
	rosterId: string,
	rows: readonly { number: number; isGood: boolean; sealed: Buffer; faults: readonly Fault[] }[],
): Sql[] =>
	chunks(
		rows.map(({ number, isGood, sealed, faults }) => [rosterId, number, isGood, sealed, JSON.stringify(faults)]),
	).map((part) =>
		sqlRows(
			'insert into rosters.sheet_row (roster_id, number, is_good, cells_sealed, faults) values',
			['bigint', 'integer', 'boolean', 'bytea', 'jsonb'],
			part,
		),
	);

export const selectRoster = (rosterId: string): Sql<RosterRow> => sql<RosterRow>`
	select roster_id, cordon_id, area_path, sent_by, state, rows_total, rows_good, rows_faulty, filled_down, ignored_columns,
		reached, rows_added, rows_known, sent_at, finished_at, rows_dropped_at
	from rosters.roster
	where roster_id = ${rosterId}`;

/** Holds it still, so that two runs take turns and neither adds what the other has. */
export const lockRoster = (rosterId: string): Sql<RosterRow> => sql<RosterRow>`
	select roster_id, cordon_id, area_path, sent_by, state, rows_total, rows_good, rows_faulty, filled_down, ignored_columns,
		reached, rows_added, rows_known, sent_at, finished_at, rows_dropped_at
	from rosters.roster
	where roster_id = ${rosterId}
	for update`;

export const selectRostersOf = (cordonId: string): Sql<RosterRow> => sql<RosterRow>`
	select roster_id, cordon_id, area_path, sent_by, state, rows_total, rows_good, rows_faulty, filled_down, ignored_columns,
		reached, rows_added, rows_known, sent_at, finished_at, rows_dropped_at
	from rosters.roster
	where cordon_id = ${cordonId}
	order by sent_at desc, roster_id desc
	limit 20`;

export const setState = (rosterId: string, state: RosterState, now: Date): Sql => sql`
	update rosters.roster
	set state = ${state}, moved_at = ${now},
		finished_at = case when ${state} in ('done', 'stopped') then ${now}::timestamptz end
	where roster_id = ${rosterId}`;

export const moveRoster = (move: { rosterId: string; reached: number; added: number; known: number; now: Date }) => sql`
	update rosters.roster
	set reached = ${move.reached}, rows_added = rows_added + ${move.added}, rows_known = rows_known + ${move.known},
		moved_at = ${move.now}
	where roster_id = ${move.rosterId}`;

export interface SheetRowRow {
	number: number;
	cells_sealed: Buffer;
	faults: Fault[];
}

export const selectGoodRows = (rosterId: string, after: number, limit: number) => sql<SheetRowRow>`
	select number, cells_sealed, faults
	from rosters.sheet_row
	where roster_id = ${rosterId} and number > ${after} and is_good
	order by number
	limit ${limit}`;

export const selectFaultyRows = (rosterId: string, after: number, limit: number) => sql<SheetRowRow>`
	select number, cells_sealed, faults
	from rosters.sheet_row
	where roster_id = ${rosterId} and number > ${after} and not is_good
	order by number
	limit ${limit}`;

export const deleteRows = (rosterId: string) => sql`delete from rosters.sheet_row where roster_id = ${rosterId}`;

/** A file that was only checked can no longer be added. */
export const forgetRows = (rosterId: string, now: Date) => sql`
	update rosters.roster
	set rows_dropped_at = ${now}, state = case when state = 'checked' then 'stopped' else state end
	where roster_id = ${rosterId}`;

/** Those whose rows were kept long enough; what is being added keeps them until it is done. */
export const selectToForget = (sentBefore: Date) => sql<{ roster_id: string }>`
	select roster_id
	from rosters.roster
	where rows_dropped_at is null and sent_at < ${sentBefore} and state <> 'running'
	order by sent_at, roster_id
	limit 500`;

/** Those a stopped server left behind. */
export const selectStalled = (movedBefore: Date) => sql<{ roster_id: string }>`
	select roster_id
	from rosters.roster
	where state = 'running' and moved_at < ${movedBefore}
	order by moved_at, roster_id
	limit 20`;
