import type { Db } from '#platform/db';
import { chunks } from '#platform/sql';
import type { Coarse } from '#shared/geo/coarse';
import { selectOutlines } from './queries.ts';

/** The outlines of areas by their ids, as coarse as they are kept; an area that has none loaded is not among them. */
export async function readOutlines(db: Db, areaIds: readonly number[]): Promise<Map<number, Coarse>> {
	const found = new Map<number, Coarse>();
	for (const part of chunks([...new Set(areaIds)]))
		for (const row of await db.rows(selectOutlines(part))) found.set(row.area_id, JSON.parse(row.coarse) as Coarse);
	return found;
}
