import { afterAll, beforeAll, expect, test } from 'vitest';
import { diseases, listContactRules, setContactRule } from '#diseases';
import { call } from '#platform/call';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';
import { chooseRule } from './choose-rule.ts';
import { getCase } from './get-case.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const next = {
	...{ rule: 'qd-5053', disease: 'covid-19', name: { vi: 'Năm ngày trước', en: 'Five days before' } },
	...{ daysBefore: 5, daysAfter: 14, minutesMin: 15, sameGate: false, sameTrip: true, symptomFreeDays: 0 },
	...{ followUpDays: 14, validFrom: '2026-11-24', decision: 'Quyết định thử' },
};

test('the product comes with the rules of the ministry, the WHO and the CDC', async () => {
	const { rules } = await call(tracing.platform, listContactRules, tracing.officer, {});

	expect(rules.map((one) => [one.rule, one.version, one.daysBefore, one.daysAfter, one.minutesMin])).toEqual([
		['cdc-2020', 1, 2, 10, 15],
		['measles-who', 1, 4, 4, 0],
		['mers-who', 1, 0, 14, 15],
		['qd-5053', 1, 3, 21, 0],
		['who-2021', 1, 2, 10, 15],
	]);
});

test('where a shipped rule comes from is told in both languages, and beside the case that goes by it', async () => {
	const { platform, officer } = tracing;
	const caseId = await addCase(tracing, await addPerson(platform, { fullName: 'Vũ Thị Yên' }));

	const { rules } = await call(platform, listContactRules, officer, {});
	const { usedRule } = await call(platform, getCase, officer, { caseId });

	for (const { decision, decisionEn } of rules)
		expect([decision, decisionEn]).toEqual([expect.stringMatching(/\p{L}/u), expect.not.stringMatching(/[ăđơư]/)]);
	expect(usedRule).toMatchObject({
		decision: expect.stringContaining('Quyết định 5053/QĐ-BYT ngày 3/12/2020'),
		decisionEn: expect.stringContaining('Decision 5053/QĐ-BYT of 3 December 2020'),
	});
});

test('a rule is never changed: setting it adds a version, and open cases keep theirs', async () => {
	const { platform, administrator, officer } = tracing;
	const person = await addPerson(platform, { fullName: 'Vũ Thị Yến' });
	const caseId = await addCase(tracing, person);

	const added = await call(platform, setContactRule, administrator, next);

	expect(added).toEqual({ ...next, version: 2 });
	expect((await call(platform, getCase, officer, { caseId })).usedRule).toMatchObject({ version: 1, daysBefore: 3 });
	await call(platform, chooseRule, officer, { caseId, rule: 'qd-5053' });
	expect((await call(platform, getCase, officer, { caseId })).usedRule).toMatchObject({ version: 2, daysBefore: 5 });
});

test('a rule that was replaced by nothing is not in force after its last day', async () => {
	const { platform, administrator } = tracing;
	await call(platform, setContactRule, administrator, {
		...next,
		rule: 'qd-old',
		validFrom: '2026-11-01',
		validUntil: '2026-11-23',
	});
	const person = await addPerson(platform, { fullName: 'Vũ Thị Yến Nhi' });

	await expect(addCase(tracing, person, { rule: 'qd-old' })).rejects.toMatchObject({ options: { field: 'rule' } });
});

test('a version of tomorrow is not in force today', async () => {
	const { platform, administrator, officer } = tracing;
	const person = await addPerson(platform, { fullName: 'Vũ Thị Yên' });
	const { version } = await call(platform, setContactRule, administrator, {
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
	const before = await call(platform, listContactRules, officer, {});

	await diseases.prepare!(platform);

	expect(await call(platform, listContactRules, officer, {})).toEqual(before);
});

test.each(['officer', 'nationalOfficer', 'analyst'] as const)('%s sets no rule', async (who) => {
	await expect(call(tracing.platform, setContactRule, tracing[who], next)).rejects.toMatchObject({
		code: 'not-allowed',
	});
});
