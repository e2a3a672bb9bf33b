import { findArea } from '#areas';
import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { selectOutbreaks } from './queries.ts';

export const officerOfArea = officerOf(
	async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path,
);

/** A health officer whose area the outbreak lies in. */
export const officerOfOutbreak = officerOf(
	async ({ outbreakId }: { outbreakId: string }, db: Db) =>
		(await db.rows(selectOutbreaks([outbreakId])))[0]?.area_path,
);
