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

/** The people of many cards at once; a family shares no card, so a few for each are enough. */
export const selectPersonsByKeys = (asked: readonly { card: number; kind: string; hash: Buffer }[]) => sql<{
	card: number;
	person_id: string;
}>`
	select asked.card, k.person_id
	from unnest(${asked.map(({ card }) => card)}::integer[], ${asked.map(({ kind }) => kind)}::text[],
		${asked.map(({ hash }) => hash)}::bytea[]) as asked (card, kind, hash)
	join identity.person_key k on k.hash = asked.hash and k.kind = asked.kind
	order by asked.card, k.person_id
	limit 2000`;

export const selectPersonsByHashes = (hashes: readonly Buffer[], kind: string) => sql<{
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

export const insertPlaceRoles = 'insert into identity.held_role (role_id, account_id, name, place_id, given_at) values';
export const placeRoleTypes = ['bigint', 'bigint', 'text', 'bigint', 'timestamptz'];

export const endAreaRole = (accountId: string, name: string, areaPath: string, now: Date) => sql`
	update identity.held_role set ended_at = ${now}
	where account_id = ${accountId} and name = ${name} and area_path = ${areaPath} and ended_at is null`;

export const selectAreaRoles = (name: string) => sql<{ account_id: string; area_path: string; given_at: Date }>`
	select account_id, area_path, given_at from identity.held_role
	where name = ${name} and area_path is not null and account_id is not null and ended_at is null
	order by given_at desc, role_id
	limit 1000`;

export const selectPlaceRoles = (placeId: string) => sql<{ account_id: string; name: string; given_at: Date }>`
	select account_id, name, given_at from identity.held_role
	where place_id = ${placeId} and ended_at is null and account_id is not null
	order by given_at, role_id
	limit 1000`;
