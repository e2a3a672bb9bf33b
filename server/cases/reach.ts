import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { selectCaseArea } from './queries.ts';

/** A health officer whose area the case lies in. */
export const officerOfCase = officerOf(
	async ({ caseId }: { caseId: string }, db: Db) => (await db.find(selectCaseArea(caseId)))?.area_path,
);
