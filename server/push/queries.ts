import { idArray, sql } from '#platform/sql';

export const upsertSubscription = (row: { id: string; accountId: string; sealed: Buffer; now: Date }) => sql`
	insert into push.subscription (subscription_id, account_id, target_sealed, subscribed_at)
	values (${row.id}, ${row.accountId}, ${row.sealed}, ${row.now})
	on conflict (subscription_id) do update
	set account_id = excluded.account_id, target_sealed = excluded.target_sealed, subscribed_at = excluded.subscribed_at`;

/** All of an account but the newest few. */
export const deleteBeyond = (accountId: string, kept: number) => sql`
	delete from push.subscription
	where account_id = ${accountId} and subscription_id not in (
		select subscription_id from push.subscription where account_id = ${accountId}
		order by subscribed_at desc, subscription_id limit ${kept}
	)`;

export const countOf = (accountId: string) => sql<{ devices: number }>`
	select count(*)::integer as devices from push.subscription where account_id = ${accountId}`;

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

/** The browsers of whoever declares for each of some people. */
export const selectTargets = (persons: readonly string[]) => sql<TargetRow>`
	select p.person_id, s.subscription_id, s.target_sealed
	from identity.person p
	join push.subscription s on s.account_id = p.account_id
	where p.person_id = any (${idArray(persons)}::bigint[])
	order by p.person_id, s.subscribed_at desc`;

export const deleteSilent = (before: Date) => sql`
	delete from push.subscription where coalesce(taken_at, subscribed_at) < ${before}`;
