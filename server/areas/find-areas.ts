import type { Db } from '#platform/db';
import { type Area, toArea } from './area.ts';
import { selectAreaByCode, selectAreas, selectChildren } from './queries.ts';
import type { Level } from './unit-name.ts';

/** The unit with this id, whether or not it is still in force. */
export async function findArea(db: Db, areaId: number): Promise<Area | undefined> {
	return (await getAreas(db, [areaId])).get(areaId);
}

/** The units with these ids, those that exist. */
export async function getAreas(db: Db, areaIds: readonly number[]): Promise<Map<number, Area>> {
	const rows = areaIds.length ? await db.rows(selectAreas([...new Set(areaIds)])) : [];
	return new Map(rows.map((row) => [row.area_id, toArea(row)]));
}

/** The unit that had this code of the statistics office (or a further code it is known by) on a day, `2026-11-24`. */
export async function findAreaByCode(db: Db, level: Level, code: string, onDay: string): Promise<Area | undefined> {
	const row = await db.find(selectAreaByCode(level, code, onDay));
	return row && toArea(row);
}

/** The units right below one on a day, in Vietnamese order; below none: the provinces. */
export async function listChildren(db: Db, parentId: number | null, onDay: string): Promise<Area[]> {
	return (await db.rows(selectChildren(parentId, onDay))).map(toArea);
}
