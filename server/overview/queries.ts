import { type Sql, sql } from '#platform/sql';

/** What is known of an area and everything below it on a day; empty where nobody counted the day itself. */
export interface DayRow {
	area_path: string;
	day: string;
	due: number;
	reported: number;
	red: number;
	cases: number;
	watched: number | null;
	silent: number | null;
	symptomatic: number | null;
	needs_review: number | null;
	due_to_end: number | null;
	red_waiting: number | null;
	beds: number | null;
	beds_free: number | null;
}

export const selectDay = (areaPath: string, day: string): Sql<DayRow> => sql<DayRow>`
	select area_path, day, due, reported, red, cases, watched, silent, symptomatic, needs_review, due_to_end, red_waiting,
		beds, beds_free
	from overview.area_day
	where area_path = ${areaPath} and day = ${day}::date`;

/** A day of all right below an area. */
export const selectBelow = (parentPath: string, day: string): Sql<DayRow> => sql<DayRow>`
	select area_path, day, due, reported, red, cases, watched, silent, symptomatic, needs_review, due_to_end, red_waiting,
		beds, beds_free
	from overview.area_day
	where parent_path = ${parentPath} and day = ${day}::date
	order by area_path
	limit 2000`;

export const selectTrend = (areaPath: string, from: string, until: string): Sql<DayRow> => sql<DayRow>`
	select area_path, day, due, reported, red, cases, watched, silent, symptomatic, needs_review, due_to_end, red_waiting,
		beds, beds_free
	from overview.area_day
	where area_path = ${areaPath} and day >= ${from}::date and day <= ${until}::date
	order by day
	limit 400`;

/** One page of every area of a day, in the order of their paths: what the bulletins are written from. */
export const selectWholeDay = (day: string, after: string, limit: number): Sql<DayRow> => sql<DayRow>`
	select area_path, day, due, reported, red, cases, watched, silent, symptomatic, needs_review, due_to_end, red_waiting,
		beds, beds_free
	from overview.area_day
	where day = ${day}::date and area_path > ${after}
	order by area_path
	limit ${limit}`;

export const selectSetting = (now: Date) => sql<{ smallest: number; keep_days: number }>`
	select smallest, keep_days from overview.setting
	where valid_from <= ${now} or version = 1
	order by version desc
	limit 1`;

/** Ten people: what a published number may not go below (P6 of what went wrong elsewhere). */
export const insertFirstSetting = () => sql`
	insert into overview.setting (version, smallest, keep_days, valid_from, decision)
	values (1, 10, 400, timestamptz '2026-01-01', 'Mặc định · default')
	on conflict (version) do nothing`;
