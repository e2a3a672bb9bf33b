import { describe, expect, test } from 'vitest';
import { type CaseDates, impossibleDate, infectiousWindow } from './infectious-window.ts';

const vietnamese = { daysBefore: 3, daysAfter: 21, symptomFreeDays: 0 };
const who = { daysBefore: 2, daysAfter: 10, symptomFreeDays: 0 };
const symptomFree = { ...who, symptomFreeDays: 3 };

describe('the infectious window', () => {
	const cases: [string, typeof who, CaseDates, { from: string; until: string } | undefined][] = [
		[
			'begins three days before the onset and ends with isolation',
			vietnamese,
			{ onsetOn: '2026-11-20', isolatedAt: new Date('2026-11-22T15:30:00+07:00') },
			{ from: '2026-11-17T00:00:00+07:00', until: '2026-11-22T15:30:00+07:00' },
		],
		[
			'ends with the last day of the rule while nobody isolated the case',
			vietnamese,
			{ onsetOn: '2026-11-20' },
			{ from: '2026-11-17T00:00:00+07:00', until: '2026-12-12T00:00:00+07:00' },
		],
		[
			'lies around the sampling when there were no symptoms',
			who,
			{ sampledOn: '2026-11-20' },
			{ from: '2026-11-18T00:00:00+07:00', until: '2026-12-01T00:00:00+07:00' },
		],
		[
			'follows the onset when both days are known',
			who,
			{ onsetOn: '2026-11-10', sampledOn: '2026-11-20' },
			{ from: '2026-11-08T00:00:00+07:00', until: '2026-11-21T00:00:00+07:00' },
		],
		[
			'is not longer than the rule when isolation came late',
			who,
			{ onsetOn: '2026-11-01', isolatedAt: new Date('2026-11-20T00:00:00+07:00') },
			{ from: '2026-10-30T00:00:00+07:00', until: '2026-11-12T00:00:00+07:00' },
		],
		[
			'is longer by the days without symptoms that the rule asks for after an onset',
			symptomFree,
			{ onsetOn: '2026-11-20' },
			{ from: '2026-11-18T00:00:00+07:00', until: '2026-12-04T00:00:00+07:00' },
		],
		[
			'is no longer for them when there were no symptoms',
			symptomFree,
			{ sampledOn: '2026-11-20' },
			{ from: '2026-11-18T00:00:00+07:00', until: '2026-12-01T00:00:00+07:00' },
		],
		[
			'ends at the isolation that fell on the very end of its last day',
			who,
			{ onsetOn: '2026-11-01', isolatedAt: new Date('2026-11-12T00:00:00+07:00') },
			{ from: '2026-10-30T00:00:00+07:00', until: '2026-11-12T00:00:00+07:00' },
		],
		[
			'ends a second earlier when isolation came a second before that',
			who,
			{ onsetOn: '2026-11-01', isolatedAt: new Date('2026-11-11T23:59:59+07:00') },
			{ from: '2026-10-30T00:00:00+07:00', until: '2026-11-11T23:59:59+07:00' },
		],
		[
			'is empty when the case was isolated before it began',
			vietnamese,
			{ onsetOn: '2026-11-20', isolatedAt: new Date('2026-11-16T23:59:59+07:00') },
			{ from: '2026-11-17T00:00:00+07:00', until: '2026-11-17T00:00:00+07:00' },
		],
		[
			'crosses a year',
			vietnamese,
			{ onsetOn: '2027-01-02' },
			{ from: '2026-12-30T00:00:00+07:00', until: '2027-01-24T00:00:00+07:00' },
		],
		[
			'knows the leap day',
			who,
			{ onsetOn: '2028-03-01' },
			{ from: '2028-02-28T00:00:00+07:00', until: '2028-03-12T00:00:00+07:00' },
		],
		[
			'is the day itself under a rule without days around it',
			{ daysBefore: 0, daysAfter: 0, symptomFreeDays: 0 },
			{ onsetOn: '2026-11-20' },
			{ from: '2026-11-20T00:00:00+07:00', until: '2026-11-21T00:00:00+07:00' },
		],
		['is unknown while neither onset nor sampling is known', who, { isolatedAt: new Date(0) }, undefined],
	];

	test.each(cases)('%s', (_words, rule, dates, expected) => {
		const window = infectiousWindow(rule, dates);

		expect(window).toEqual(expected && { from: new Date(expected.from), until: new Date(expected.until) });
	});
});

describe('the dates of a case', () => {
	const now = new Date('2026-11-24T00:30:00+07:00');

	test.each<[string, CaseDates, keyof CaseDates | undefined]>([
		['an onset today is possible', { onsetOn: '2026-11-24' }, undefined],
		['an onset tomorrow is not', { onsetOn: '2026-11-25' }, 'onsetOn'],
		['an onset a year ago is possible', { onsetOn: '2025-11-24' }, undefined],
		['an onset in another century is not', { onsetOn: '1926-11-24' }, 'onsetOn'],
		['a sampling tomorrow is not', { sampledOn: '2026-11-25' }, 'sampledOn'],
		['an isolation this minute is possible', { isolatedAt: now }, undefined],
		['an isolation in a minute is not', { isolatedAt: new Date(now.getTime() + 60_000) }, 'isolatedAt'],
		['no date at all is possible', {}, undefined],
	])('%s', (_words, dates, field) => {
		expect(impossibleDate(dates, now)).toBe(field);
	});
});
