import type { Db } from '#platform/db';
import { countDay } from './count-days.ts';
import { type DayRow, selectWholeDay } from './queries.ts';

const pageLength = 2_000;
const pagesMax = 20;

/** Every area of a day that is over, by its path and in the order of the paths, counted anew with what came late. */
export async function readWholeDay(db: Db, day: string, now: Date): Promise<Map<string, DayRow>> {
	await countDay(db, day, now);
	const rows: DayRow[] = [];
	for (let page = 0; page < pagesMax; page++) {
		const more = await db.rows(selectWholeDay(day, rows.at(-1)?.area_path ?? '', pageLength));
		rows.push(...more);
		if (more.length < pageLength) break;
	}
	return new Map(rows.map((row) => [row.area_path, row]));
}
