import { hasPositive, readTestsOf } from '#laboratory';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import type { CaseRow } from './queries.ts';
import { type DecisionRow, selectNewestDecision, selectNewestDecisions } from './queries-decisions.ts';
import { selectOpenOf } from './queries-outbreaks.ts';

/** What of a case decides whether there are grounds. */
type Grounded = Pick<
	CaseRow,
	'case_id' | 'person_id' | 'disease' | 'classification' | 'onset_on' | 'sampled_on' | 'opened_at'
>;

/**
 * Throws `case-without-grounds` unless a laboratory found the disease in the person or a clinician decided that it is
 * the disease. To be called before anybody who met the case is named, in a list, one by one or in a file: a health
 * office once made up an infection to learn who had been in a pub (Mainz, 2021).
 */
export async function requireGrounds(db: Db, row: Grounded): Promise<void> {
	if (!(await hasGrounds(db, row))) throw new Problem('case-without-grounds');
}

export async function hasGrounds(db: Db, row: Grounded): Promise<boolean> {
	const since = groundsSince(row, await db.find(selectNewestDecision(row.case_id)));
	return since === 'decided' || (since !== undefined && (await hasPositive(db, row.person_id, row.disease, since)));
}

/** With a dozen tests each, as many people as the laboratory answers for at once. */
const casesAtOnce = 400;

/**
 * The open cases of an outbreak that have grounds, in its area and below, in the order of their ids, with whose they are,
 * to say whom it was about. Throws `payload-too-large` when more than `limit` are open: none is left out unseen.
 */
export async function listGrounded(
	db: Db,
	outbreak: { outbreakId: string; areaPath: string },
	limit: number,
): Promise<{ caseId: string; personId: string }[]> {
	const open = await db.rows(selectOpenOf(outbreak, limit + 1));
	if (open.length > limit) throw new Problem('payload-too-large');
	const grounded: Grounded[] = [];
	for (let start = 0; start < open.length; start += casesAtOnce) {
		const some = open.slice(start, start + casesAtOnce);
		const [decisions, tests] = await Promise.all([
			db.rows(selectNewestDecisions(some.map((row) => row.case_id))),
			readTestsOf(
				db,
				some.map((row) => row.person_id),
			),
		]);
		const newest = new Map(decisions.map((decision) => [decision.case_id, decision]));
		grounded.push(
			...some.filter((row) => {
				const since = groundsSince(row, newest.get(row.case_id));
				if (since === undefined || since === 'decided') return since === 'decided';
				return (tests.get(row.person_id) ?? []).some(
					(one) => one.disease === row.disease && one.result === 'positive' && new Date(one.sampledAt) >= since,
				);
			}),
		);
	}
	return grounded.map((row) => ({ caseId: row.case_id, personId: row.person_id }));
}

/** A positive sample of longer before the illness was of another one. */
const daysBeforeIllness = 30;

/**
 * From when a positive sample gives grounds; `decided` when the newest decision of a clinician gives them without one.
 * After a decision that it is not the disease only a later sample does; a discarded case has none at all.
 */
export function groundsSince(
	row: Pick<Grounded, 'classification' | 'onset_on' | 'sampled_on' | 'opened_at'>,
	newest: Pick<DecisionRow, 'is_disease' | 'decided_on'> | undefined,
): Date | 'decided' | undefined {
	if (row.classification === 'discarded') return undefined;
	if (newest?.is_disease) return 'decided';
	const illness = [row.onset_on, row.sampled_on, dayOf(row.opened_at)].filter((day) => day !== null).sort()[0]!;
	const earliest = shiftDay(illness, -daysBeforeIllness);
	return startOfDay(newest ? [earliest, shiftDay(newest.decided_on, 1)].sort().at(-1)! : earliest);
}
