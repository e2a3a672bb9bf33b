import { readWholeDay } from '#overview';
import type { Db } from '#platform/db';
import { chunks } from '#platform/sql';
import { dayOf, shiftDay } from '#shared/language';
import { composeBulletin } from './compose.ts';
import { insertBulletins } from './queries.ts';

/** Writes the bulletin of yesterday for every area somebody of which was to report. Run again it writes what is missing. */
export async function writeBulletins(db: Db, now: Date): Promise<number> {
	const day = shiftDay(dayOf(now), -1);
	const [whole, before] = [await readWholeDay(db, day, now), await readWholeDay(db, shiftDay(day, -1), now)];
	const rows = [...whole.values()]
		.filter(({ due }) => due > 0)
		.map(({ area_path: path }) => [
			...[path, day, now, JSON.stringify(composeBulletin(path, whole, before.get(path)))],
		]);
	for (const part of chunks(rows)) await db.run(insertBulletins(part));
	return rows.length;
}
