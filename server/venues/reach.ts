import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { selectCaseArea, selectNoticeArea } from './queries.ts';

/** A health officer whose area the case lies in. */
export const officerOfCase = officerOf(
	async ({ caseId }: { caseId: string }, db: Db) => (await db.find(selectCaseArea(caseId)))?.area_path,
);

/** A health officer whose area the notice is of. */
export const officerOfNotice = officerOf(
	async ({ noticeId }: { noticeId: string }, db: Db) => (await db.find(selectNoticeArea(noticeId)))?.area_path,
);
