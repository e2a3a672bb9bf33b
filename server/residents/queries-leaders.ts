import { sql } from '#platform/sql';

interface LeaderRow {
	account_id: string;
	group_key: string;
	group_name: string;
	appointed_at: Date;
}

export const upsertLeader = (row: {
	cordonId: string;
	accountId: string;
	key: string;
	name: string;
	by: string | null;
	now: Date;
}) => sql`
	insert into residents.leader (cordon_id, account_id, group_key, group_name, appointed_by, appointed_at)
	values (${row.cordonId}, ${row.accountId}, ${row.key}, ${row.name}, ${row.by}, ${row.now})
	on conflict (cordon_id, account_id, group_key) do update set ended_at = null, appointed_at = excluded.appointed_at,
		appointed_by = excluded.appointed_by
	where residents.leader.ended_at is not null`;

export const endLeader = (cordonId: string, accountId: string, now: Date) => sql`
	update residents.leader set ended_at = ${now}
	where cordon_id = ${cordonId} and account_id = ${accountId} and ended_at is null`;

export const selectLeaders = (cordonId: string) => sql<LeaderRow>`
	select account_id, group_key, group_name, appointed_at
	from residents.leader
	where cordon_id = ${cordonId} and ended_at is null
	order by group_key, account_id
	limit 500`;

export const selectLedGroups = (cordonId: string, accountId: string) => sql<{ group_key: string }>`
	select group_key from residents.leader
	where cordon_id = ${cordonId} and account_id = ${accountId} and ended_at is null
	order by group_key
	limit 100`;

/** What an account leads in cordons that are not over. */
export const selectLed = (accountId: string, now: Date) => sql<{
	cordon_id: string;
	area_id: number;
	part: string | null;
	group_name: string;
}>`
	select l.cordon_id, c.area_id, c.part, l.group_name
	from residents.leader l
	join zones.cordon c on c.cordon_id = l.cordon_id
	where l.account_id = ${accountId} and l.ended_at is null and (c.holds_until is null or c.holds_until > ${now})
	order by c.holds_from desc, l.cordon_id, l.group_key
	limit 50`;
