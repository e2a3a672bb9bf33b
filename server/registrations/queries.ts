import { chunks, type Sql, sql, sqlRows } from '#platform/sql';
import type { Fault } from './faults.ts';

export type RegistrationState = 'checked' | 'running' | 'done' | 'cancelled';

export interface RegistrationRow {
	registration_id: string;
	made_by: string;
	manager_id: string;
	registrant_sealed: Buffer;
	reach: string[];
	state: RegistrationState;
	rows_total: number;
	rows_good: number;
	rows_faulty: number;
	rows_known: number;
	notes: number;
	ignored_columns: string[];
	reached: number;
	rows_registered: number;
	made_at: Date;
	moved_at: Date;
	finished_at: Date | null;
	rows_dropped_at: Date | null;
}

export const insertRegistration = (one: {
	registrationId: string;
	madeBy: string;
	managerId: string;
	registrantSealed: Buffer;
	reach: readonly string[];
	total: number;
	good: number;
	faulty: number;
	known: number;
	notes: number;
	ignored: readonly string[];
	now: Date;
}): Sql => sql`
	insert into registrations.registration (
		registration_id, made_by, manager_id, registrant_sealed, reach, state, rows_total, rows_good, rows_faulty, rows_known,
		notes, ignored_columns, made_at, moved_at
	)
	values (
		${one.registrationId}, ${one.madeBy}, ${one.managerId}, ${one.registrantSealed}, ${one.reach}, 'checked', ${one.total},
		${one.good}, ${one.faulty}, ${one.known}, ${one.notes}, ${one.ignored}, ${one.now}, ${one.now}
	)`;

export const insertSheetRows = (
	registrationId: string,
	rows: readonly { number: number; state: string; sealed: Buffer; faults: readonly Fault[] }[],
): Sql[] =>
	chunks(
		rows.map(({ number, state, sealed, faults }) => [registrationId, number, state, sealed, JSON.stringify(faults)]),
	).map((part) =>
		sqlRows(
			'insert into registrations.sheet_row (registration_id, number, state, cells_sealed, faults) values',
			['bigint', 'integer', 'text', 'bytea', 'jsonb'],
			part,
		),
	);

export const selectRegistration = (registrationId: string): Sql<RegistrationRow> => sql<RegistrationRow>`
	select registration_id, made_by, manager_id, registrant_sealed, reach, state, rows_total, rows_good, rows_faulty,
		rows_known, notes, ignored_columns, reached, rows_registered, made_at, moved_at, finished_at, rows_dropped_at
	from registrations.registration
	where registration_id = ${registrationId}`;

/** Holds it still, so that two runs take turns and neither registers what the other has. */
export const lockRegistration = (registrationId: string): Sql<RegistrationRow> => sql<RegistrationRow>`
	select registration_id, made_by, manager_id, registrant_sealed, reach, state, rows_total, rows_good, rows_faulty,
		rows_known, notes, ignored_columns, reached, rows_registered, made_at, moved_at, finished_at, rows_dropped_at
	from registrations.registration
	where registration_id = ${registrationId}
	for update`;

export const selectRegistrationsOf = (madeBy: string): Sql<RegistrationRow> => sql<RegistrationRow>`
	select registration_id, made_by, manager_id, registrant_sealed, reach, state, rows_total, rows_good, rows_faulty,
		rows_known, notes, ignored_columns, reached, rows_registered, made_at, moved_at, finished_at, rows_dropped_at
	from registrations.registration
	where made_by = ${madeBy}
	order by made_at desc, registration_id
	limit 50`;

export const setState = (registrationId: string, state: RegistrationState, now: Date): Sql => sql`
	update registrations.registration
	set state = ${state}, moved_at = ${now},
		finished_at = case when ${state} in ('done', 'cancelled') then ${now}::timestamptz end
	where registration_id = ${registrationId}`;

export const moveRegistration = (move: {
	registrationId: string;
	reached: number;
	registered: number;
	nowFaulty: number;
	now: Date;
}): Sql => sql`
	update registrations.registration
	set reached = ${move.reached}, rows_registered = rows_registered + ${move.registered},
		rows_faulty = rows_faulty + ${move.nowFaulty}, rows_good = rows_good - ${move.nowFaulty}, moved_at = ${move.now}
	where registration_id = ${move.registrationId}`;

export interface SheetRowRow {
	number: number;
	state: 'good' | 'known' | 'faulty';
	cells_sealed: Buffer;
	faults: Fault[];
}

export const selectGoodRows = (
	registrationId: string,
	after: number,
	limit: number,
): Sql<SheetRowRow> => sql<SheetRowRow>`
	select number, state, cells_sealed, faults
	from registrations.sheet_row
	where registration_id = ${registrationId} and number > ${after} and state = 'good'
	order by number
	limit ${limit}`;

/** Rows with something to say about them: faults, or how a cell was understood. */
export const selectToldRows = (
	registrationId: string,
	after: number,
	limit: number,
): Sql<SheetRowRow> => sql<SheetRowRow>`
	select number, state, cells_sealed, faults
	from registrations.sheet_row
	where registration_id = ${registrationId} and number > ${after} and faults <> '[]'::jsonb
	order by number
	limit ${limit}`;

export const markFaulty = (registrationId: string, number: number, faults: readonly Fault[]): Sql => sql`
	update registrations.sheet_row
	set state = 'faulty', faults = ${JSON.stringify(faults)}::jsonb
	where registration_id = ${registrationId} and number = ${number}`;

export const deleteRows = (registrationId: string): Sql => sql`
	delete from registrations.sheet_row
	where registration_id = ${registrationId}`;

/** With the rows goes whoever registered: the places keep it. A file that was only checked can no longer be registered. */
export const forgetRows = (registrationId: string, now: Date): Sql => sql`
	update registrations.registration
	set rows_dropped_at = ${now}, registrant_sealed = '', state = case when state = 'checked' then 'cancelled' else state end
	where registration_id = ${registrationId}`;

/** Those whose rows were kept long enough; what is being registered keeps them until it is done. */
export const selectToForget = (madeBefore: Date) => sql<{ registration_id: string }>`
	select registration_id
	from registrations.registration
	where rows_dropped_at is null and made_at < ${madeBefore} and state <> 'running'
	order by made_at, registration_id
	limit 500`;

/** Those a stopped server left behind. */
export const selectStalled = (movedBefore: Date) => sql<{ registration_id: string }>`
	select registration_id
	from registrations.registration
	where state = 'running' and moved_at < ${movedBefore}
	order by moved_at, registration_id
	limit 20`;
