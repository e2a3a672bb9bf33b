import { findArea } from '#areas';
import { officer, officerOf } from '#identity';
import type { Db } from '#platform/db';
import type { Who } from '#platform/who';
import { selectCaseArea } from './queries.ts';

/** A health officer whose area leads the case. */
export const officerOfCase = officerOf(
	async ({ caseId }: { caseId: string }, db: Db) => (await db.find(selectCaseArea(caseId)))?.area_path,
);

const officerOfArea = officerOf(async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path);

/** A health officer; where an area is named, one whose role reaches it. */
export const officerOfAreaOrAny: Who<{ areaId?: number }> = {
	words: officer.words,
	allows: ({ actor, db, input }) =>
		input.areaId === undefined
			? officer.allows({ actor, db, input })
			: officerOfArea.allows({ actor, db, input: { areaId: input.areaId } }),
};

/** Whether an area path lies in some ranges of paths. */
export const liesIn =
	({ from, until }: { from: readonly string[]; until: readonly string[] }) =>
	(path: string): boolean =>
		from.some((low, index) => path >= low && path < until[index]!);
