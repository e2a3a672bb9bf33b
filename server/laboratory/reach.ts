import { findArea } from '#areas';
import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { selectTest } from './queries.ts';

/** A health officer of the area in whose name a test is recorded. */
export const officerOfArea = officerOf(
	async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path,
);

/** A health officer of the area that recorded a test. */
export const officerOfTest = officerOf(
	async ({ testId }: { testId: string }, db: Db) => (await db.find(selectTest(testId)))?.area_path,
);
