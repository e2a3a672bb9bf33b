import { idArray, sql } from '#platform/sql';

export const selectReaches = (persons: readonly string[]) => sql<{
	person_id: string;
	profile_sealed: Buffer;
	phone_sealed: Buffer | null;
	area_path: string | null;
}>`
	select p.person_id, p.profile_sealed, a.phone_sealed, u.path as area_path
	from identity.person p
	left join identity.account a on a.account_id = p.account_id
	left join areas.unit u on u.area_id = p.area_id
	where p.person_id = any (${idArray(persons)}::bigint[])`;

/** Whose own number it is, and for whom the account of that number declares. */
export const selectPersonsAtPhone = (hash: Buffer) => sql<{ person_id: string }>`
	select k.person_id from identity.person_key k where k.hash = ${hash} and k.kind = 'phone'
	union
	select p.person_id from identity.account a join identity.person p on p.account_id = a.account_id
	where a.phone_hash = ${hash}
	order by person_id
	limit 200`;
