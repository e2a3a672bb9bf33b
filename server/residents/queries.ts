import { chunks, type Sql, sql, sqlRows } from '#platform/sql';

/** Those of some people who are or were on a cordon's list. */
export const selectResidents = (cordonId: string, persons: readonly string[]) => sql<{
	person_id: string;
	left_at: Date | null;
}>`
	select person_id, left_at from residents.resident
	where cordon_id = ${cordonId} and person_id = any (${persons}::bigint[])`;

export const selectDwellings = (cordonId: string, hashes: readonly Buffer[]) => sql<{
	label_hash: Buffer;
	number: number;
}>`
	select label_hash, number from residents.dwelling
	where cordon_id = ${cordonId} and label_hash = any (${hashes}::bytea[])`;

export const selectHighestNumber = (cordonId: string) => sql<{ highest: number }>`
	select coalesce(max(number), 0) as highest from residents.dwelling where cordon_id = ${cordonId}`;

export const insertDwellings = (
	cordonId: string,
	rows: readonly { number: number; group: string; key: string; sealed: Buffer; hash: Buffer }[],
): Sql[] =>
	chunks(rows.map(({ number, group, key, sealed, hash }) => [cordonId, number, group, key, sealed, hash])).map((part) =>
		sqlRows(
			'insert into residents.dwelling (cordon_id, number, group_name, group_key, label_sealed, label_hash) values',
			['bigint', 'integer', 'text', 'text', 'bytea', 'bytea'],
			part,
		),
	);

/** Who left before is back, where they live now. */
export const insertResidents = (
	cordonId: string,
	rows: readonly (readonly [person: string, dwelling: number])[],
	{ how, by, now }: { how: string; by: string | null; now: Date },
): Sql[] =>
	chunks(rows.map(([person, dwelling]) => [cordonId, person, dwelling, how, by, now])).map((part) =>
		sqlRows(
			'insert into residents.resident (cordon_id, person_id, dwelling_number, how, added_by, joined_at) values',
			['bigint', 'bigint', 'integer', 'text', 'bigint', 'timestamptz'],
			part,
			`on conflict (cordon_id, person_id) do update set dwelling_number = excluded.dwelling_number, how = excluded.how,
				added_by = excluded.added_by, joined_at = excluded.joined_at, left_at = null, left_reason = null`,
		),
	);

export const markLeft = (cordonId: string, persons: readonly string[], reason: string, now: Date) => sql<{
	person_id: string;
}>`
	update residents.resident set left_at = ${now}, left_reason = ${reason}
	where cordon_id = ${cordonId} and person_id = any (${persons}::bigint[]) and left_at is null
	returning person_id`;

/** The houses in which somebody lives, of some groups or all, with how many and how many of them are ill. */
export const selectInhabited = (cordonId: string, groups: readonly string[] | null) => sql<{
	number: number;
	group_name: string;
	label_sealed: Buffer;
	people: number;
	symptomatic: number;
}>`
	select d.number, d.group_name, d.label_sealed, count(*)::integer as people,
		count(*) filter (where u.is_symptomatic)::integer as symptomatic
	from residents.dwelling d
	join residents.resident r on r.cordon_id = d.cordon_id and r.dwelling_number = d.number and r.left_at is null
	left join monitoring.duty u on u.person_id = r.person_id and u.kind = 'cordon' and u.source_id = r.cordon_id
		and u.ended_at is null
	where d.cordon_id = ${cordonId} and (${groups}::text[] is null or d.group_key = any (${groups}::text[]))
	group by d.group_key, d.number, d.group_name, d.label_sealed
	order by d.group_key, d.number
	limit 50000`;

/** Who is on the list behind some doors. */
export const selectPersonsBehind = (cordonId: string, dwellings: readonly number[], limit: number) => sql<{
	person_id: string;
}>`
	select person_id from residents.resident
	where cordon_id = ${cordonId} and dwelling_number = any (${dwellings}::integer[]) and left_at is null
	order by person_id
	limit ${limit}`;

export const insertEntrance = (row: { code: string; cordonId: string; by: string | null; now: Date }) => sql`
	insert into residents.entrance (code, cordon_id, made_by, made_at)
	values (${row.code}, ${row.cordonId}, ${row.by}, ${row.now})
	on conflict on constraint entrance_once do nothing`;

export const selectEntranceOf = (cordonId: string) => sql<{ code: string; closed_at: Date | null }>`
	select code, closed_at from residents.entrance where cordon_id = ${cordonId}`;

export const updateEntrance = (cordonId: string, closedAt: Date | null) => sql`
	update residents.entrance set closed_at = ${closedAt} where cordon_id = ${cordonId}`;

export const selectEntrance = (code: string) => sql<{ cordon_id: string }>`
	select cordon_id from residents.entrance where code = ${code} and closed_at is null`;
