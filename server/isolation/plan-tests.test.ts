import { expect, test } from 'vitest';
import { planTests } from './plan-tests.ts';

const regime = { fromOn: '2026-11-24', testDays: [1, 7, 14] };
const sample = (at: string, result: 'pending' | 'positive' | 'negative' = 'negative') => ({
	sampledAt: new Date(`2026-${at}:00+07:00`).toISOString(),
	result,
});

test.each([
	['no sample', [], [undefined, undefined, undefined]],
	['one of the first day', [sample('11-24T00:00')], ['negative', undefined, undefined]],
	['one of the night before', [sample('11-23T23:59')], [undefined, undefined, undefined]],
	['one on the eve of day 7 is still of day 1', [sample('11-29T23:59')], ['negative', undefined, undefined]],
	['one on day 7', [sample('11-30T00:00')], [undefined, 'negative', undefined]],
	['one two days late', [sample('12-02T10:00', 'positive')], [undefined, 'positive', undefined]],
	[
		'the newest sample of a day counts, in whatever order they are told',
		[sample('12-07T15:00'), sample('12-07T08:00', 'positive')],
		[undefined, undefined, 'negative'],
	],
	['one that waits', [sample('12-07T08:00', 'pending')], [undefined, undefined, 'pending']],
])('%s', (_what, tests, results) => {
	const plan = planTests(regime, tests);

	expect(plan.map(({ on }) => on)).toEqual(['2026-11-24', '2026-11-30', '2026-12-07']);
	expect(plan.map(({ result }) => result)).toEqual(results);
});
