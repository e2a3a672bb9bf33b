import { idArray, sql } from '#platform/sql';

export const upsertSubscription = (row: {
	id: string;
	accountId: string;
	sessionId: string;
	sealed: Buffer;
	now: Date;
}) => sql`
	insert into push.subscription (subscription_id, account_id, session_id, target_sealed, subscribed_at)
	values (${row.id}, ${row.accountId}, ${row.sessionId}, ${row.sealed}, ${row.now})
	on conflict (subscription_id) do update
	set account_id = excluded.account_id, session_id = excluded.session_id, target_sealed = excluded.target_sealed, subscribed_at = excluded.subscribed_at`;

/** All of an account but the newest few. */
export const deleteBeyond = (accountId: string, kept: number) => sql`
	delete from push.subscription
	where account_id = ${accountId} and subscription_id not in (
		select subscription_id from push.subscription where account_id = ${accountId}
		order by subscribed_at desc, subscription_id limit ${kept}
	)`;

export const countOf = (accountId: string, now: Date) => sql<{ devices: number }>`
	select count(*)::integer as devices
	from push.subscription s
	join identity.session z on z.account_id = s.account_id and z.session_id = s.session_id and z.revoked_at is null
		and z.expires_at > ${now}
	where s.account_id = ${accountId}`;

/** One browser of an account, or all. */
export const deleteOf = (accountId: string, id: string | null) => sql`
	delete from push.subscription
	where account_id = ${accountId} and (${id}::bigint is null or subscription_id = ${id}::bigint)`;

export const deleteSubscriptions = (ids: readonly string[]) => sql`
	delete from push.subscription where subscription_id = any (${idArray(ids)}::bigint[])`;

export const setTaken = (ids: readonly string[], now: Date) => sql`
	update push.subscription set taken_at = ${now} where subscription_id = any (${idArray(ids)}::bigint[])`;

export interface TargetRow {
	person_id: string;
	subscription_id: string;
	target_sealed: Buffer;
}

/**
 * The browsers on which whoever declares for each of some people is signed in. Somebody with a phone of their own is reached
 * there and not through another's browser.
 */
export const selectTargets = (persons: readonly string[], now: Date) => sql<TargetRow>`
	select p.person_id, s.subscription_id, s.target_sealed
	from identity.person p
	join push.subscription s on s.account_id = p.account_id
	join identity.session z on z.account_id = s.account_id and z.session_id = s.session_id and z.revoked_at is null
		and z.expires_at > ${now}
	where p.person_id = any (${idArray(persons)}::bigint[])
		and (p.relation = 'self'
			or not exists (select from identity.person_key k where k.person_id = p.person_id and k.kind = 'phone'))
	order by p.person_id, s.subscribed_at desc`;

export const deleteSilent = (before: Date) => sql`
	delete from push.subscription where coalesce(taken_at, subscribed_at) < ${before}`;
