import { type Sql, sql, sqlRows } from '#platform/sql';
import type { Bulletin } from './bulletin.ts';

export interface BulletinRow {
	area_path: string;
	day: string;
	written_at: Date;
	content: Bulletin;
}

/** One that was written stays as it is. */
export const insertBulletins = (rows: readonly unknown[][]) =>
	sqlRows(
		'insert into bulletins.bulletin (area_path, day, written_at, content) values',
		['text', 'date', 'timestamptz', 'jsonb'],
		rows,
		'on conflict (area_path, day) do nothing',
	);

export const selectBulletin = (areaPath: string, day: string): Sql<BulletinRow> => sql<BulletinRow>`
	select area_path, day, written_at, content from bulletins.bulletin
	where area_path = ${areaPath} and day = ${day}::date`;

/** One page of an area's bulletins, the newest first, continuing before a day. */
export const selectBulletins = (areaPath: string, before: string, limit: number): Sql<BulletinRow> => sql<BulletinRow>`
	select area_path, day, written_at, content from bulletins.bulletin
	where area_path = ${areaPath} and day < ${before}::date
	order by day desc
	limit ${limit}`;

export const deleteBulletins = (firstKept: string) => sql`
	delete from bulletins.bulletin where day < ${firstKept}::date`;
