import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { type RuledCaseRow, selectCase } from './queries.ts';

/** A case whose reach was checked. Throws `not-found`. */
export async function getCaseRow(db: Db, caseId: string): Promise<RuledCaseRow> {
	const row = await db.find(selectCase(caseId));
	if (!row) throw new Problem('not-found', { field: 'caseId' });
	return row;
}

/** A case that is still open: closing one ends the access to its people. Throws `not-found` or `case-closed`. */
export async function getOpenCaseRow(db: Db, caseId: string): Promise<RuledCaseRow> {
	const row = await getCaseRow(db, caseId);
	if (row.closed_at) throw new Problem('case-closed');
	return row;
}
