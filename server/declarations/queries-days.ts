import { sql } from '#platform/sql';

export const ensureDays = (from: string, until: string) =>
	sql`select platform.ensure_days('declarations.declaration', ${from}::date, ${until}::date)`;

export const dropDays = (firstKept: string) =>
	sql`select platform.drop_days_before('declarations.declaration', ${firstKept}::date)`;

export const selectKeepDays = (now: Date) => sql<{ keep_days: number }>`
	select keep_days from declarations.retention
	where valid_from <= ${now} order by version desc limit 1`;

export const insertFirstRetention = (now: Date) => sql`
	insert into declarations.retention (version, keep_days, valid_from, decision)
	values (1, 31, ${now}, 'Initial setting; 21 days of look-back and ten to act')
	on conflict (version) do nothing`;

/**
 * Deletes what people stand at by declarations before a moment, a part of them at a time: the days that will be dropped
 * say whose. Returns whom to go on after, null when that was all.
 */
export const deleteStandings = (before: Date, after: string, limit: number) => sql<{ last: string | null }>`
	with part as (
		select person_id from declarations.declaration
		where declared_at < ${before} and person_id > ${after}::bigint
		order by person_id
		limit ${limit}
	), deleted as (
		delete from declarations.standing s using part
		where s.person_id = part.person_id and s.declared_at < ${before}
	)
	select max(person_id) as last from part`;
