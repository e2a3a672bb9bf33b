import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';
import { chooseRule } from './choose-rule.ts';
import { getCase } from './get-case.ts';
import { cases } from './index.ts';
import { listRules } from './list-rules.ts';
import { setRule } from './set-rule.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const next = {
	...{ rule: 'qd-5053', disease: 'covid-19', name: { vi: 'Năm ngày trước', en: 'Five days before' } },
	...{ daysBefore: 5, daysAfter: 14, minutesMin: 15, validFrom: '2026-11-24', decision: 'Quyết định thử' },
};

test('the product comes with the rules of the ministry, the WHO and the CDC', async () => {
	const { rules } = await call(tracing.platform, listRules, tracing.officer, {});

	expect(rules.map((one) => [one.rule, one.version, one.daysBefore, one.daysAfter, one.minutesMin])).toEqual([
		['cdc-2020', 1, 2, 10, 15],
		['qd-5053', 1, 3, 21, 0],
		['who-2021', 1, 2, 10, 15],
	]);
});

test('a rule is never changed: setting it adds a version, and open cases keep theirs', async () => {
	const { platform, administrator, officer } = tracing;
	const person = await addPerson(platform, { fullName: 'Vũ Thị Yến' });
	const caseId = await addCase(tracing, person);

	const added = await call(platform, setRule, administrator, next);

	expect(added).toEqual({ ...next, version: 2 });
	expect((await call(platform, getCase, officer, { caseId })).usedRule).toMatchObject({ version: 1, daysBefore: 3 });
	await call(platform, chooseRule, officer, { caseId, rule: 'qd-5053' });
	expect((await call(platform, getCase, officer, { caseId })).usedRule).toMatchObject({ version: 2, daysBefore: 5 });
});

test('a version of tomorrow is not in force today', async () => {
	const { platform, administrator, officer } = tracing;
	const person = await addPerson(platform, { fullName: 'Vũ Thị Yên' });
	const { version } = await call(platform, setRule, administrator, {
		...next,
		rule: 'who-2021',
		validFrom: '2026-11-25',
	});

	const caseId = await addCase(tracing, person, { onsetOn: '2026-11-20', rule: 'who-2021' });

	expect(version).toBe(2);
	expect((await call(platform, getCase, officer, { caseId })).usedRule.version).toBe(1);
});

test('a start adds no rule twice and brings none back to its first version', async () => {
	const { platform, officer } = tracing;
	const before = await call(platform, listRules, officer, {});

	await cases.prepare!(platform);

	expect(await call(platform, listRules, officer, {})).toEqual(before);
});

test.each(['officer', 'nationalOfficer', 'analyst'] as const)('%s sets no rule', async (who) => {
	await expect(call(tracing.platform, setRule, tracing[who], next)).rejects.toMatchObject({ code: 'not-allowed' });
});
