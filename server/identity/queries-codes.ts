import { sql } from '#platform/sql';

export const replaceCodes = (phoneHash: Buffer, now: Date) => sql`
	update identity.one_time_code set expires_at = ${now}
	where phone_hash = ${phoneHash} and consumed_at is null and expires_at > ${now}`;

export const insertCode = (row: {
	challengeId: string;
	phoneHash: Buffer;
	phoneSealed: Buffer;
	codeMac: Buffer;
	expiresAt: Date;
}) => sql`
	insert into identity.one_time_code (challenge_id, phone_hash, phone_sealed, code_mac, expires_at)
	values (${row.challengeId}, ${row.phoneHash}, ${row.phoneSealed}, ${row.codeMac}, ${row.expiresAt})`;

/** Counts the try and, when it is right, uses the code up, in one statement: two hundred tries at once are five. */
export const tryCode = (challengeId: string, codeMac: Buffer, now: Date) => sql<{
	phone_hash: Buffer;
	phone_sealed: Buffer;
	is_right: boolean;
}>`
	update identity.one_time_code
	set attempts = attempts + 1, consumed_at = case when code_mac = ${codeMac} then ${now}::timestamptz end
	where challenge_id = ${challengeId} and attempts < 5 and consumed_at is null and expires_at > ${now}
	returning phone_hash, phone_sealed, consumed_at is not null as is_right`;

export const deleteOldCodes = (before: Date) => sql`delete from identity.one_time_code where expires_at < ${before}`;
