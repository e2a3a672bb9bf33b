import { getOpenCaseRow, type RuledCaseRow } from '#cases';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { hashToken } from '#platform/token';
import { type LinkRow, selectLink } from './queries.ts';

/** Whom one link takes at most. */
export const peopleMax = 100;

export const tokenPattern = '^[A-Za-z0-9_-]{43}$';

/** Throws `link-over` for a link that never was, ran out, was replaced, or whose case is closed: it does not tell which. */
export async function readLink(db: Db, token: string, now: Date): Promise<{ link: LinkRow; row: RuledCaseRow }> {
	const link = await db.find(selectLink(hashToken(token), now));
	if (!link) throw new Problem('link-over');
	try {
		return { link, row: await getOpenCaseRow(db, link.case_id) };
	} catch (problem) {
		throw problem instanceof Problem ? new Problem('link-over', { cause: problem }) : problem;
	}
}
