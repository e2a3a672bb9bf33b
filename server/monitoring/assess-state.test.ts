import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, shiftDay } from '#shared/language';
import { anyDay, anyFacts } from '#test/any-facts';
import { assessState, type Facts, isDueOn, type State } from './assess-state.ts';

/** From Monday 2 to Sunday 15 November, reported until yesterday, the 9th. */
const well: Facts = {
	...{ fromOn: '2026-11-02', untilOn: '2026-11-15', isEnded: false, lastReportOn: '2026-11-09', isSymptomatic: false },
	...{ lastSymptomOn: null, clearOn: null, positiveOn: null, reviewedOn: null },
};
const ill = { isSymptomatic: true, lastSymptomOn: '2026-11-09', clearOn: '2026-11-12' };

// biome-ignore format: a table.
const cases: [string, Partial<Facts>, string, State][] = [
	['reported yesterday, not yet today', {}, '2026-11-10', 'asymptomatic'],
	['reported today', { lastReportOn: '2026-11-10' }, '2026-11-10', 'asymptomatic'],
	['said nothing all yesterday', {}, '2026-11-11', 'not-reported'],
	['the day before the first', { lastReportOn: null }, '2026-11-01', 'coming'],
	['the first day, nothing said yet', { lastReportOn: null }, '2026-11-02', 'asymptomatic'],
	['the second day, nothing said on the first', { lastReportOn: null }, '2026-11-03', 'not-reported'],
	['reported before this watch began', { lastReportOn: '2026-10-20' }, '2026-11-02', 'asymptomatic'],
	['symptomatic', ill, '2026-11-09', 'symptomatic'],
	['symptomatic, then silent', ill, '2026-11-14', 'symptomatic'],
	['symptomatic on the last day', { ...ill, lastReportOn: '2026-11-15' }, '2026-11-16', 'symptomatic'],
	['well again, not long enough', { ...ill, isSymptomatic: false, lastReportOn: '2026-11-11' }, '2026-11-11', 'needs-review'],
	['well again for as long as the rule asks', { ...ill, isSymptomatic: false, lastReportOn: '2026-11-12' }, '2026-11-12', 'asymptomatic'],
	['well again, and an officer looked', { ...ill, isSymptomatic: false, lastReportOn: '2026-11-10', reviewedOn: '2026-11-10' }, '2026-11-10', 'asymptomatic'],
	['an officer looked before the newest symptoms', { ...ill, isSymptomatic: false, lastReportOn: '2026-11-10', reviewedOn: '2026-11-08' }, '2026-11-10', 'needs-review'],
	['a positive test', { positiveOn: '2026-11-09' }, '2026-11-10', 'needs-review'],
	['a positive test that was looked at', { positiveOn: '2026-11-08', reviewedOn: '2026-11-09' }, '2026-11-10', 'asymptomatic'],
	['a positive test and symptoms', { ...ill, positiveOn: '2026-11-09' }, '2026-11-10', 'symptomatic'],
	['the last day, still to report', { lastReportOn: '2026-11-14' }, '2026-11-15', 'asymptomatic'],
	['the last day, reported', { lastReportOn: '2026-11-15' }, '2026-11-15', 'due-to-end'],
	['after the last day, reported on it', { lastReportOn: '2026-11-15' }, '2026-11-17', 'due-to-end'],
	['after the last day, silent on it', { lastReportOn: '2026-11-14' }, '2026-11-16', 'needs-review'],
	['the last day, silent the day before', { lastReportOn: '2026-11-13' }, '2026-11-15', 'not-reported'],
	['without a last day it is never due to end', { untilOn: null, lastReportOn: '2027-02-01' }, '2027-02-01', 'asymptomatic'],
	['ended, whatever else', { ...ill, isEnded: true }, '2026-11-10', 'ended'],
	['a watch of one day, reported', { fromOn: '2026-11-02', untilOn: '2026-11-02', lastReportOn: '2026-11-02' }, '2026-11-02', 'due-to-end'],
	['a watch of one day, silent', { fromOn: '2026-11-02', untilOn: '2026-11-02', lastReportOn: null }, '2026-11-03', 'needs-review'],
];

test.each(cases)('%s', (_name, change, today, state) => {
	expect(assessState({ ...well, ...change }, today)).toBe(state);
});

describe('what Sara Alert got wrong', () => {
	test('#295: a report is due on the last day too, and not the day after', () => {
		expect(['2026-11-01', '2026-11-02', '2026-11-15', '2026-11-16'].map((day) => isDueOn(well, day))).toEqual([
			...[false, true, true, false],
		]);
	});

	test('who reported at 08:00 yesterday and 09:00 today was never silent, at no minute between', () => {
		const first = new Date('2026-11-09T08:00:00+07:00');
		for (let minute = 0; minute <= 25 * 60; minute++) {
			const today = dayOf(new Date(first.getTime() + minute * 60_000));
			expect(assessState(well, today)).toBe('asymptomatic');
		}
	});

	test('the day turns at midnight in Viet Nam, not in Greenwich', () => {
		const silent = { ...well, lastReportOn: '2026-11-09' };

		expect(assessState(silent, dayOf(new Date('2026-11-10T16:59:59Z')))).toBe('asymptomatic');
		expect(assessState(silent, dayOf(new Date('2026-11-10T17:00:00Z')))).toBe('not-reported');
	});
});

/** The rules again as somebody would tell them, one after another, over a list of days. */
function plainly(facts: Facts, today: string): State {
	if (facts.isEnded) return 'ended';
	const since = (day: string | null) => (day ? (Date.parse(today) - Date.parse(day)) / 86_400_000 : Number.NaN);
	if (since(facts.fromOn) < 0) return 'coming';
	if (facts.isSymptomatic) return 'symptomatic';
	const looked = (day: string) => facts.reviewedOn !== null && Date.parse(facts.reviewedOn) >= Date.parse(day);
	if (facts.positiveOn && !looked(facts.positiveOn)) return 'needs-review';
	const hadSymptoms = facts.lastSymptomOn && facts.clearOn && facts.lastReportOn;
	if (hadSymptoms && since(facts.lastReportOn) > since(facts.clearOn) && !looked(facts.lastSymptomOn!))
		return 'needs-review';
	if (facts.untilOn) {
		if (since(facts.lastReportOn) <= since(facts.untilOn)) return 'due-to-end';
		if (since(facts.untilOn) >= 1) return 'needs-review';
	}
	// The whole days between the last word and today, on which nothing was said.
	let silent = 0;
	for (let day = facts.fromOn; Date.parse(day) < Date.parse(today); day = shiftDay(day, 1))
		if (!facts.lastReportOn || Date.parse(day) > Date.parse(facts.lastReportOn)) silent++;
	return silent > 0 ? 'not-reported' : 'asymptomatic';
}

test('a second, plain telling of the same rules comes to the same', () => {
	fc.assert(
		fc.property(anyFacts, anyDay, (facts, today) => {
			expect(assessState(facts, today)).toBe(plainly(facts, today));
		}),
		{ numRuns: 5_000 },
	);
});
