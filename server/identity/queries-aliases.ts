import { idArray, sql } from '#platform/sql';

export const insertAlias = (row: { personId: string; staysId: string; mergeId: string; now: Date }) => sql`
	insert into identity.person_alias (person_id, stays_id, merge_id, since)
	values (${row.personId}, ${row.staysId}, ${row.mergeId}, ${row.now})`;

export const updateAliasEnded = (mergeId: string, now: Date) => sql`
	update identity.person_alias set ended_at = ${now} where merge_id = ${mergeId} and ended_at is null`;

export const selectHasAlias = () => sql<{ has: boolean }>`
	select exists (select from identity.person_alias where ended_at is null) as has`;

/** The further ids of those of some people who are known under several: nothing of nearly everybody. */
export const selectSame = (persons: readonly string[]) => sql<{ asked: string; person_id: string }>`
	with recursive same (asked, person_id) as (
		(
			select a.person_id, a.stays_id from identity.person_alias a
			where a.person_id = any (${idArray(persons)}::bigint[]) and a.ended_at is null
			union
			select a.stays_id, a.person_id from identity.person_alias a
			where a.stays_id = any (${idArray(persons)}::bigint[]) and a.ended_at is null
		)
		union
		select s.asked, case when a.person_id = s.person_id then a.stays_id else a.person_id end
		from same s
		join identity.person_alias a on (a.person_id = s.person_id or a.stays_id = s.person_id) and a.ended_at is null
	)
	select asked, person_id from same
	where person_id <> asked
	order by asked, person_id
	limit 1000000`;

/** Of some people those who were merged into another, each with the id that stayed. */
export const selectMerged = (persons: readonly string[]) => sql<{ asked: string; person_id: string }>`
	with recursive kept (asked, person_id) as (
		select a.person_id, a.stays_id from identity.person_alias a
		where a.person_id = any (${idArray(persons)}::bigint[]) and a.ended_at is null
		union
		select k.asked, a.stays_id
		from kept k
		join identity.person_alias a on a.person_id = k.person_id and a.ended_at is null
	)
	select k.asked, k.person_id from kept k
	where not exists (
		select from identity.person_alias a where a.person_id = k.person_id and a.ended_at is null
	)
	order by k.asked
	limit 100000`;

/** People in the order in which they were added or changed, continuing after one. */
export const selectChanged = (after: { at: Date; id: string }, until: Date, limit: number) => sql<{
	person_id: string;
	updated_at: Date;
	profile_sealed: Buffer;
}>`
	select person_id, updated_at, profile_sealed
	from identity.person
	where (updated_at, person_id) > (${after.at}::timestamptz, ${after.id}::bigint) and updated_at < ${until}
	order by updated_at, person_id
	limit ${limit}`;

/** Who has the same phone, document or insurance number as each of some people; a few for each number. */
export const selectSharing = (persons: readonly string[], eachMax: number) => sql<{
	person_id: string;
	other_id: string;
}>`
	select k.person_id, o.person_id as other_id
	from identity.person_key k
	cross join lateral (
		select same.person_id from identity.person_key same
		where same.hash = k.hash and same.kind = k.kind and same.person_id <> k.person_id
		order by same.person_id
		limit ${eachMax}
	) o
	where k.person_id = any (${persons}::bigint[]) and k.kind in ('phone', 'document', 'insurance')
	order by k.person_id, o.person_id
	limit 20000`;
