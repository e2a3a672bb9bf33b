import { expect, test } from 'vitest';
import { assessEnding, type EndingFacts, type EndingRule } from './assess-ending.ts';

const rule: EndingRule = { negativeTests: 2, symptomFreeDays: 3 };
const sample = (at: string, result: 'negative' | 'positive' | 'pending' | 'invalid' = 'negative') => ({
	sampledAt: new Date(`2026-${at}:00+07:00`).toISOString(),
	result,
});
const well: EndingFacts = {
	...{ fromOn: '2026-11-24', untilOn: '2026-11-30', isSymptomatic: false, lastSymptomOn: null },
	tests: [sample('11-30T08:00'), sample('11-24T08:00')],
};
const lastDay = '2026-11-30';

test.each<[string, Partial<EndingFacts>, Partial<EndingRule>, string, string[]]>([
	['well, tested twice, on the last day', {}, {}, lastDay, []],
	['the day before', {}, {}, '2026-11-29', ['days']],
	['a week after', {}, {}, '2026-12-07', []],
	['one test of two', { tests: [sample('11-30T08:00')] }, {}, lastDay, ['tests']],
	['no test where none is asked for', { tests: [] }, { negativeTests: 0 }, lastDay, []],
	[
		'a sample of the evening before the order',
		{ tests: [sample('11-30T08:00'), sample('11-23T23:59')] },
		{},
		lastDay,
		['tests'],
	],
	['a sample of the order’s first minute', { tests: [sample('11-30T08:00'), sample('11-24T00:00')] }, {}, lastDay, []],
	[
		'positive at last',
		{ tests: [sample('11-30T08:00', 'positive'), sample('11-24T08:00')] },
		{},
		lastDay,
		['positive'],
	],
	[
		'positive at last, where no test is asked for',
		{ tests: [sample('11-30T08:00', 'positive')] },
		{ negativeTests: 0 },
		lastDay,
		['positive'],
	],
	[
		'positive, then negative twice',
		{ tests: [sample('11-25T08:00', 'positive'), sample('11-28T08:00'), sample('11-30T08:00')] },
		{},
		lastDay,
		[],
	],
	[
		'positive, then negative once',
		{ tests: [sample('11-25T08:00', 'positive'), sample('11-30T08:00')] },
		{},
		lastDay,
		['tests'],
	],
	[
		'the newest waits for its result',
		{ tests: [...well.tests, sample('11-30T20:00', 'pending')] },
		{},
		lastDay,
		['tests'],
	],
	['the newest was spoilt', { tests: [...well.tests, sample('11-30T20:00', 'invalid')] }, {}, lastDay, []],
	['symptoms three days ago', { lastSymptomOn: '2026-11-27' }, {}, lastDay, []],
	['symptoms two days ago', { lastSymptomOn: '2026-11-28' }, {}, lastDay, ['symptoms']],
	['symptoms today', { isSymptomatic: true, lastSymptomOn: lastDay }, {}, lastDay, ['symptoms']],
	[
		'symptoms today, where nobody asks',
		{ isSymptomatic: true, lastSymptomOn: lastDay },
		{ symptomFreeDays: 0 },
		lastDay,
		[],
	],
	['everything at once', { tests: [], isSymptomatic: true }, {}, '2026-11-25', ['days', 'tests', 'symptoms']],
])('%s', (_what, facts, asks, today, missing) => {
	expect(assessEnding({ ...well, ...facts }, { ...rule, ...asks }, today)).toEqual(missing);
});
