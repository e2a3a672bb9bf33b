import { sql } from '#platform/sql';

export const insertSession = (row: {
	tokenHash: Buffer;
	sessionId: string;
	accountId?: string;
	staffId?: string;
	now: Date;
	expiresAt: Date;
}) => sql`
	insert into identity.session (token_hash, session_id, account_id, staff_id, created_at, expires_at)
	values (${row.tokenHash}, ${row.sessionId}, ${row.accountId ?? null}, ${row.staffId ?? null}, ${row.now}, ${row.expiresAt})`;

export interface StoredRole {
	name: string;
	place: string | null;
	area: string | null;
}

export interface SessionRow {
	token_hash: Buffer;
	session_id: string;
	account_id: string | null;
	staff_id: string | null;
	authority: string | null;
	persons: string[] | null;
	roles: StoredRole[] | null;
}

/** Everything about many sessions in one statement. Sessions that are over, and those of disabled staff, are absent. */
export const selectSessions = (tokenHashes: readonly Buffer[], now: Date) => sql<SessionRow>`
	select s.token_hash, s.session_id, s.account_id, s.staff_id, staff.authority,
		(select array_agg(p.person_id::text) from identity.person p where p.account_id = s.account_id) as persons,
		(select json_agg(json_build_object('name', r.name, 'place', r.place_id::text, 'area', r.area_path))
			from identity.held_role r
			where (r.account_id = s.account_id or r.staff_id = s.staff_id) and r.ended_at is null) as roles
	from unnest(${tokenHashes}::bytea[]) as asked (token_hash)
	join identity.session s on s.token_hash = asked.token_hash
	left join identity.staff staff on staff.staff_id = s.staff_id
	where s.revoked_at is null and s.expires_at > ${now} and staff.disabled_at is null`;

export const selectPartner = (keyHash: Buffer, now: Date) => sql<{
	partner_id: string;
	authority: string;
	scopes: string[];
	roles: StoredRole[] | null;
}>`
	select p.partner_id, p.authority, p.scopes,
		(select json_agg(json_build_object('name', r.name, 'place', r.place_id::text, 'area', r.area_path))
			from identity.held_role r where r.partner_id = p.partner_id and r.ended_at is null) as roles
	from identity.partner p
	where p.key_hash = ${keyHash} and p.revoked_at is null and p.expires_at > ${now}`;

export const revokeSession = (sessionId: string, now: Date) => sql`
	update identity.session set revoked_at = ${now} where session_id = ${sessionId} and revoked_at is null`;

export const revokeSessionsOf = (owner: { accountId?: string; staffId?: string }, now: Date) => sql`
	update identity.session set revoked_at = ${now}
	where (account_id = ${owner.accountId ?? null} or staff_id = ${owner.staffId ?? null}) and revoked_at is null`;

export const deleteOldSessions = (before: Date) => sql`
	delete from identity.session where expires_at < ${before} or revoked_at < ${before}`;

export const insertPartner = (row: {
	partnerId: string;
	name: string;
	authority: string;
	keyHash: Buffer;
	scopes: readonly string[];
	now: Date;
	expiresAt: Date;
}) => sql`
	insert into identity.partner (partner_id, name, authority, key_hash, scopes, created_at, expires_at)
	values (${row.partnerId}, ${row.name}, ${row.authority}, ${row.keyHash}, ${row.scopes}::text[], ${row.now}, ${row.expiresAt})`;

export const revokePartner = (partnerId: string, now: Date) => sql`
	update identity.partner set revoked_at = ${now} where partner_id = ${partnerId} and revoked_at is null`;
