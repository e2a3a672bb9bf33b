import { sql } from '#platform/sql';

export interface StaffRow {
	staff_id: string;
	password_hash: string;
	totp_sealed: Buffer;
	failures: number;
	locked_until: Date | null;
	disabled_at: Date | null;
}

export const selectStaff = (login: string) => sql<StaffRow>`
	select staff_id, password_hash, totp_sealed, failures, locked_until, disabled_at
	from identity.staff where login = ${login}`;

export const insertStaff = (row: {
	staffId: string;
	login: string;
	nameSealed: Buffer;
	authority: string;
	passwordHash: string;
	totpSealed: Buffer;
	now: Date;
}) => sql`
	insert into identity.staff (staff_id, login, name_sealed, authority, password_hash, totp_sealed, created_at)
	values (${row.staffId}, ${row.login}, ${row.nameSealed}, ${row.authority}, ${row.passwordHash}, ${row.totpSealed}, ${row.now})`;

/** The fifth failure in a row locks the account. */
export const countFailure = (staffId: string, lockedUntil: Date) => sql`
	update identity.staff
	set failures = case when failures >= 4 then 0 else failures + 1 end,
		locked_until = case when failures >= 4 then ${lockedUntil}::timestamptz else locked_until end
	where staff_id = ${staffId}`;

/** Takes a TOTP step; one that was used before, or of an account locked meanwhile, touches no row. */
export const takeStep = (staffId: string, step: number, now: Date) => sql`
	update identity.staff set totp_step = ${step}, failures = 0, locked_until = null
	where staff_id = ${staffId} and totp_step < ${step}
		and (locked_until is null or locked_until <= ${now})`;
