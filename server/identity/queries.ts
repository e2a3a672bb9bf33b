import { sql } from '#platform/sql';

export const findSelf = (accountId: string) => sql<{ person_id: string }>`
	select person_id from identity.person where account_id = ${accountId} and relation = 'self'`;

interface PersonRow {
	personId: string;
	accountId: string | null;
	relation: string;
	sealed: Buffer;
	areaId: number | null;
	now: Date;
}

export const insertPerson = (row: PersonRow) => sql`
	insert into identity.person (person_id, account_id, relation, profile_sealed, area_id, created_at, updated_at)
	values (${row.personId}, ${row.accountId}, ${row.relation}, ${row.sealed}, ${row.areaId}, ${row.now}, ${row.now})`;

export const updatePerson = (row: PersonRow) => sql`
	update identity.person set profile_sealed = ${row.sealed}, area_id = ${row.areaId}, updated_at = ${row.now}
	where person_id = ${row.personId}`;

export const deletePersonKeys = (personId: string) => sql`
	delete from identity.person_key where person_id = ${personId}`;

export const insertPersonKeys = (personId: string, keys: readonly { kind: string; hash: Buffer }[]) => sql`
	insert into identity.person_key (hash, kind, person_id)
	select key.hash, key.kind, ${personId}
	from unnest(${keys.map((key) => key.hash)}::bytea[], ${keys.map((key) => key.kind)}::text[]) as key (hash, kind)
	on conflict do nothing`;

export const selectPersonsByKey = (hash: Buffer, kind: string) => sql<{ person_id: string }>`
	select person_id from identity.person_key
	where hash = ${hash} and kind = ${kind}
	order by person_id
	limit 200`;

export const selectPersonsByKeys = (hashes: readonly Buffer[], kind: string) => sql<{
	hash: Buffer;
	person_id: string;
}>`
	select hash, person_id from identity.person_key
	where hash = any (${hashes}::bytea[]) and kind = ${kind}
	order by person_id
	limit 20000`;

export const selectProfiles = (persons: readonly string[]) => sql<{ person_id: string; profile_sealed: Buffer }>`
	select person_id, profile_sealed from identity.person where person_id = any (${persons}::bigint[])`;

export const selectPersonsOf = (accountId: string) => sql<{ person_id: string; relation: string }>`
	select person_id, relation from identity.person
	where account_id = ${accountId}
	order by relation desc, created_at, person_id
	limit 201`;

export const upsertAccount = (
	accountId: string,
	hash: Buffer,
	sealed: Buffer,
	now: Date,
	verifiedAt: Date | null,
) => sql<{
	account_id: string;
}>`
	insert into identity.account (account_id, phone_hash, phone_sealed, created_at, verified_at)
	values (${accountId}, ${hash}, ${sealed}, ${now}, ${verifiedAt})
	on conflict on constraint account_phone
	do update set verified_at = coalesce(excluded.verified_at, identity.account.verified_at)
	returning account_id`;

export const selectAccountPhones = (accounts: readonly string[]) => sql<{ account_id: string; phone_sealed: Buffer }>`
	select account_id, phone_sealed from identity.account where account_id = any (${accounts}::bigint[])`;

export const insertImportedPersons = `insert into identity.person
	(person_id, relation, profile_sealed, created_at, updated_at) values`;
export const importedPersonTypes = ['bigint', 'text', 'bytea', 'timestamptz', 'timestamptz'];

export const insertImportedKeys = 'insert into identity.person_key (hash, kind, person_id) values';
export const importedKeyTypes = ['bytea', 'text', 'bigint'];

export const insertRole = (row: {
	roleId: string;
	accountId?: string;
	staffId?: string;
	partnerId?: string;
	name: string;
	placeId?: string;
	areaPath?: string;
	now: Date;
}) => sql`
	insert into identity.held_role (role_id, account_id, staff_id, partner_id, name, place_id, area_path, given_at)
	values (${row.roleId}, ${row.accountId ?? null}, ${row.staffId ?? null}, ${row.partnerId ?? null}, ${row.name},
		${row.placeId ?? null}, ${row.areaPath ?? null}, ${row.now})
	on conflict do nothing`;

export const endRole = (accountId: string, name: string, placeId: string, now: Date) => sql`
	update identity.held_role set ended_at = ${now}
	where account_id = ${accountId} and name = ${name} and place_id = ${placeId} and ended_at is null`;

export const selectPlaceRoles = (placeId: string) => sql<{ account_id: string; name: string; given_at: Date }>`
	select account_id, name, given_at from identity.held_role
	where place_id = ${placeId} and ended_at is null and account_id is not null
	order by given_at, role_id
	limit 1000`;
