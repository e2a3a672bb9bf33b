import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { dayNumber } from '#shared/epi/day-number';
import { judgeLink, type LinkFault } from '#shared/epi/link-dates';
import { dayOf } from '#shared/language';
import { type CaseRow, selectCases } from './queries.ts';

/** A case whose reach was checked. Throws `not-found`. */
export async function getCaseRow(db: Db, caseId: string): Promise<CaseRow> {
	const [row] = await db.rows(selectCases([caseId], 1));
	if (!row) throw new Problem('not-found', { field: 'caseId' });
	return row;
}

/** A case that is still open. Throws `not-found` or `case-closed`. */
export async function getOpenCaseRow(db: Db, caseId: string): Promise<CaseRow> {
	const row = await getCaseRow(db, caseId);
	if (row.closed_at) throw new Problem('case-closed');
	return row;
}

type Dated = Pick<CaseRow, 'onset_on' | 'sampled_on' | 'isolated_at' | 'days_before' | 'days_after'>;

/** What cannot be by the dates of a link: the infector's window is that of the rule its case keeps. */
export function faultsOf(
	infector: Dated,
	infectee: Pick<Dated, 'onset_on'>,
	contactOn: string | null,
	incubationDaysMax: number,
): LinkFault[] {
	const anchor = infector.onset_on ?? infector.sampled_on;
	const isolatedOn = infector.isolated_at ? dayNumber(dayOf(infector.isolated_at)) : Number.POSITIVE_INFINITY;
	const window = anchor && {
		infectiousFrom: dayNumber(anchor) - infector.days_before,
		infectiousUntil: Math.min(dayNumber(anchor) + infector.days_after, isolatedOn),
	};
	const dates = {
		...(infector.onset_on ? { infectorOnset: dayNumber(infector.onset_on) } : {}),
		...(infectee.onset_on ? { infecteeOnset: dayNumber(infectee.onset_on) } : {}),
		...(contactOn ? { contactOn: dayNumber(contactOn) } : {}),
		...window,
	};
	return judgeLink(dates, { daysBefore: infector.days_before, incubationDaysMax });
}
