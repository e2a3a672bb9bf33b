import { sql, sqlRows } from '#platform/sql';

export const upsertOutlines = (rows: readonly unknown[][]) =>
	sqlRows(
		'insert into outlines.outline (area_id, coarse, loaded_at) values',
		['integer', 'text', 'timestamptz'],
		rows,
		'on conflict (area_id) do update set coarse = excluded.coarse, loaded_at = excluded.loaded_at',
	);

export const selectOutlines = (areaIds: readonly number[]) => sql<{ area_id: number; coarse: string }>`
	select area_id, coarse from outlines.outline
	where area_id = any (${areaIds}::integer[])
	order by area_id
	limit 1000`;
