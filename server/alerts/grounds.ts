import { getOpenCaseRow, listGrounded, requireGrounds } from '#cases';
import { getOutbreakRow } from '#outbreaks';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { type AlertRow, deleteAlertCases, insertAlertCases, selectCasesOf } from './queries.ts';
import { deleteUntied, updateRecipients } from './queries-recipients.ts';

/** An outbreak with more open cases is refused: it is told through the public, not one by one. */
const casesMax = 5_000;

type Grounded = Pick<AlertRow, 'alert_id' | 'outbreak_id' | 'state' | 'level_max'>;

/**
 * The people whose cases an alert is about, each open and found by a laboratory or a clinician: nobody is alarmed on a
 * guess. Throws `case-closed` or `case-without-grounds` when one of the named cases is not. Of an outbreak the cases that
 * are not are left out instead, with whoever met only those; it throws when none is left.
 */
export async function requireCases(db: Db, alert: Grounded): Promise<string[]> {
	if (alert.outbreak_id !== null) return renewCases(db, alert, alert.outbreak_id);
	const persons: string[] = [];
	for (const { case_id } of await db.rows(selectCasesOf(alert.alert_id, casesMax))) {
		const row = await getOpenCaseRow(db, case_id);
		await requireGrounds(db, row);
		persons.push(row.person_id);
	}
	return persons;
}

/** Until it is handed in an alert is for all cases of its outbreak; from then on for no more than it was handed in for. */
async function renewCases(db: Db, { alert_id, state, level_max }: Grounded, outbreakId: string): Promise<string[]> {
	const { area_path: areaPath } = await getOutbreakRow(db, outbreakId);
	const grounded = await listGrounded(db, { outbreakId, areaPath }, casesMax);
	const cases = grounded.map(({ caseId }) => caseId);
	await db.run(deleteAlertCases(alert_id, cases));
	if (state === 'draft') await db.run(insertAlertCases(alert_id, cases));
	else {
		await db.run(deleteUntied(alert_id, level_max));
		await db.run(updateRecipients(alert_id));
	}
	const kept = new Set((await db.rows(selectCasesOf(alert_id, casesMax))).map((row) => row.case_id));
	if (!kept.size) throw new Problem('case-without-grounds');
	return grounded.filter(({ caseId }) => kept.has(caseId)).map(({ personId }) => personId);
}
