import { findArea } from '#areas';
import { officerOf } from '#identity';
import type { Db } from '#platform/db';

/** A health officer of the area: the units named in a bulletin are too few people for anybody else. */
export const officerOfArea = officerOf(
	async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path,
);
