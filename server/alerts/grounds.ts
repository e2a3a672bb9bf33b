import { getOpenCaseRow, requireGrounds } from '#cases';
import type { Db } from '#platform/db';
import { selectCasesOf } from './queries.ts';

/**
 * The people whose cases an alert is about. Throws `case-closed` or `case-without-grounds` unless each is open and a
 * laboratory or a clinician found the disease: nobody is alarmed on a guess.
 */
export async function requireCases(db: Db, alertId: string): Promise<string[]> {
	const persons: string[] = [];
	for (const { case_id } of await db.rows(selectCasesOf(alertId))) {
		const row = await getOpenCaseRow(db, case_id);
		await requireGrounds(db, row);
		persons.push(row.person_id);
	}
	return persons;
}
