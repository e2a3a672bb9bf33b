import { describe, expect, test } from 'vitest';
import { ageGroupOf, contactMatrix } from './contact-matrix.ts';
import { epidemicCurve, mondayOf } from './epidemic-curve.ts';
import { judgeLink, type LinkDates } from './link-dates.ts';
import { proportion } from './proportion.ts';
import { secondaryAttack } from './secondary-attack.ts';
import { spreadOf } from './serial-interval.ts';
import { type CaseTimes, type ContactTimes, measureTimeliness } from './timeliness.ts';

describe('a link’s dates', () => {
	const rule = { daysBefore: 3, incubationDaysMax: 14 };
	test.each<[string, LinkDates, string[]]>([
		['nothing known', {}, []],
		['three days before is possible', { infectorOnset: 10, infecteeOnset: 7 }, []],
		['four days before is not', { infectorOnset: 10, infecteeOnset: 6 }, ['onset-too-early']],
		['on the window’s first day', { contactOn: 7, infectiousFrom: 7 }, []],
		['the day before', { contactOn: 6, infectiousFrom: 7 }, ['contact-outside-window']],
		['on the window’s last day', { contactOn: 20, infectiousUntil: 20 }, []],
		['the day after', { contactOn: 21, infectiousUntil: 20 }, ['contact-outside-window']],
		['met on the day of onset', { contactOn: 12, infecteeOnset: 12 }, []],
		['met after it', { contactOn: 13, infecteeOnset: 12 }, ['contact-after-onset']],
		['fourteen days later', { contactOn: 1, infecteeOnset: 15 }, []],
		['fifteen days later', { contactOn: 1, infecteeOnset: 16 }, ['incubation-too-long']],
	])('%s', (_name, dates, expected) => {
		expect(judgeLink(dates, rule)).toEqual(expected);
	});
});

describe('a share', () => {
	test.each([
		// Newcombe, Stat Med 1998;17:857, table I, method 3.
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
	])('%s of %s', (count, of, low, high) => {
		const found = proportion(count, of);

		expect(found.share).toBe(count / of);
		expect(found.low).toBeCloseTo(low, 4);
		expect(found.high).toBeCloseTo(high, 4);
	});

	test('of nobody is none', () => {
		expect(proportion(0, 0)).toEqual({ count: 0, of: 0 });
	});
});

test('the attack rate leaves out those who were lost, unless they fell ill', () => {
	const one = (relation: string, becameCase: boolean, isComplete = true) => ({ relation, becameCase, isComplete });
	const found = secondaryAttack([
		...[one('household', true), one('household', false), one('household', true, false), one('household', false, false)],
		...[one('work', false), one('work', false)],
	]);

	expect(found.lost).toBe(1);
	expect(found.all).toMatchObject({ count: 2, of: 5, share: 0.4 });
	expect(found.byRelation.map(({ relation, count, of }) => [relation, count, of])).toEqual([
		['household', 2, 3],
		['work', 0, 2],
	]);
});

test('who infected whom by group; unknown groups are told apart', () => {
	const pairs = [
		['young', 'old'],
		['young', 'old'],
		['old', 'old'],
		[undefined, 'old'],
		['young', 'none of them'],
	] as const;

	expect(contactMatrix(pairs, ['young', 'old'])).toEqual({
		matrix: [
			[0, 2],
			[0, 1],
		],
		unknown: 2,
	});
});

test.each([
	[0, '0–9'],
	[9, '0–9'],
	[10, '10–19'],
	[79, '70–79'],
	[80, '80+'],
	[130, '80+'],
	[131, undefined],
	[-1, undefined],
])('%s years are of the group %s', (age, expected) => {
	expect(ageGroupOf(age)).toBe(expected);
});

describe('the epidemic curve', () => {
	test('by day has no gaps', () => {
		expect(epidemicCurve(['2026-11-03', '2026-10-31', '2026-11-03'], 'day')).toEqual([
			{ from: '2026-10-31', count: 1 },
			{ from: '2026-11-01', count: 0 },
			{ from: '2026-11-02', count: 0 },
			{ from: '2026-11-03', count: 2 },
		]);
	});

	test('by week begins on Monday', () => {
		expect(epidemicCurve(['2026-11-22', '2026-11-23', '2026-12-07'], 'week')).toEqual([
			{ from: '2026-11-16', count: 1 },
			{ from: '2026-11-23', count: 1 },
			{ from: '2026-11-30', count: 0 },
			{ from: '2026-12-07', count: 1 },
		]);
	});

	test.each([
		['2026-11-22', '2026-11-16'],
		['2026-11-23', '2026-11-23'],
		['2027-01-01', '2026-12-28'],
	])('%s is of the week of %s', (day, monday) => {
		expect(mondayOf(day)).toBe(monday);
	});

	test('of nobody is empty', () => {
		expect(epidemicCurve([], 'day')).toEqual([]);
	});
});

test('days of a few', () => {
	expect(spreadOf([])).toBeUndefined();
	expect(spreadOf([4])).toMatchObject({ count: 1, mean: 4, deviation: 0, median: 4 });
	expect(spreadOf([-2, 4, 10, 4])).toEqual({
		...{ count: 4, mean: 4, median: 4, least: -2, most: 10, negative: 1 },
		deviation: Math.sqrt(24),
	});
});

describe('the indicators', () => {
	const hour = 3_600_000;
	const now = 100 * hour;
	const found = (cases: Partial<CaseTimes>[], contacts: Partial<ContactTimes>[] = []) =>
		measureTimeliness(
			cases.map((one) => ({ reported: 0, wasContact: false, ...one })),
			contacts.map((one) => ({ found: 0, daysDue: 0, daysSeen: 0, isLost: false, ...one })),
			now,
		);
	const counted = ({ count, of }: { count: number; of: number }) => [count, of];

	test('24 hours are in time, a minute more is not', () => {
		const { isolated } = found([{ isolated: 24 * hour }, { isolated: 24 * hour + 60_000 }, {}]);

		expect(counted(isolated)).toEqual([1, 3]);
	});

	test('what may still happen in time is not counted yet, what did is', () => {
		const { isolated } = found([{ reported: now - 23 * hour }, { reported: now - 23 * hour, isolated: now - hour }]);

		expect(counted(isolated)).toEqual([1, 1]);
	});

	test('isolated before being reported is in time', () => {
		expect(counted(found([{ reported: 50 * hour, isolated: 10 * hour }]).isolated)).toEqual([1, 1]);
	});

	test('contacts: notified, quarantined, tested within 72 hours of symptoms, followed by days, lost', () => {
		const indicators = found(
			[{ wasContact: true }, {}],
			[
				{ notified: 5 * hour, quarantined: 30 * hour, symptoms: 10 * hour, tested: 82 * hour, daysDue: 4, daysSeen: 3 },
				{ symptoms: 10 * hour, tested: 83 * hour, daysDue: 4, daysSeen: 4, isLost: true },
			],
		);

		expect(counted(indicators.notified)).toEqual([1, 2]);
		expect(counted(indicators.quarantined)).toEqual([0, 2]);
		expect(counted(indicators.tested)).toEqual([1, 2]);
		expect(counted(indicators['known-contact'])).toEqual([1, 2]);
		expect(counted(indicators.followed)).toEqual([7, 8]);
		expect(counted(indicators.lost)).toEqual([1, 2]);
	});
});
