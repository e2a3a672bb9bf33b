import { findArea } from '#areas';
import { officerOf } from '#identity';
import type { Db } from '#platform/db';

/** A health officer whose area this is or lies in. */
export const officerOfArea = officerOf(
	async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path,
);
