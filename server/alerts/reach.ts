import { officerOf } from '#identity';
import { type Actor, rolesOf } from '#platform/actor';
import type { Db } from '#platform/db';
import { reaches, refuse } from '#platform/who';
import { selectAlertArea, selectCaseAreas } from './queries.ts';

/** A health officer whose area the alert is of. */
export const officerOfAlert = officerOf(
	async ({ alertId }: { alertId: string }, db: Db) => (await db.find(selectAlertArea(alertId)))?.area_path,
);

/** A health officer whose area the case lies in. */
export const officerOfCase = officerOf(
	async ({ caseId }: { caseId: string }, db: Db) => (await db.rows(selectCaseAreas([caseId])))[0]?.area_path,
);

/** Of the further cases of an alert each has to lie in the officer's areas; one that does not exist is refused alike. */
export async function requireReachOfCases(db: Db, actor: Actor, cases: readonly string[]): Promise<void> {
	const areas = new Map((await db.rows(selectCaseAreas(cases))).map((row) => [row.case_id, row.area_path]));
	const held = rolesOf(actor).filter(({ name }) => name === 'health-officer');
	for (const caseId of cases) {
		const area = areas.get(caseId);
		if (area === undefined || !held.some(reaches({ area }))) refuse(actor);
	}
}
