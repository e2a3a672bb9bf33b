import { findArea } from '#areas';
import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { selectSite } from './queries.ts';

/** A health officer whose area the site lies in. */
export const officerOfSite = officerOf(
	async ({ siteId }: { siteId: string }, db: Db) => (await db.find(selectSite(siteId)))?.area_path,
);

export const officerOfArea = officerOf(
	async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path,
);
