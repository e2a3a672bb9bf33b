import { afterAll, beforeAll, expect, test } from 'vitest';
import { setContactRule } from '#diseases';
import { call } from '#platform/call';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';
import { chooseRule } from './choose-rule.ts';
import { closeCase } from './close-case.ts';
import { getCase } from './get-case.ts';
import { setDates } from './set-dates.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const openOne = async () => addCase(tracing, await addPerson(tracing.platform, { fullName: 'Phạm Văn Ơn' }));

test('a date that is given changes, one that is left out stays, and null clears one', async () => {
	const { platform, officer } = tracing;
	const caseId = await openOne();

	await call(platform, setDates, officer, { caseId, sampledOn: '2026-11-22', isolatedAt: '2026-11-23T09:00:00+07:00' });
	const head = await call(platform, setDates, officer, { caseId, onsetOn: null, classification: 'probable' });

	expect(head).toMatchObject({
		classification: 'probable',
		sampledOn: '2026-11-22',
		isolatedAt: '2026-11-23T02:00:00.000Z',
	});
	expect(head.onsetOn).toBeUndefined();
	expect((await call(platform, getCase, officer, { caseId })).window).toEqual({
		from: '2026-11-18T17:00:00.000Z',
		until: '2026-11-23T02:00:00.000Z',
	});
});

test('a case without onset and sampling has no window', async () => {
	const { platform, officer } = tracing;
	const caseId = await openOne();

	await call(platform, setDates, officer, { caseId, onsetOn: null });

	expect((await call(platform, getCase, officer, { caseId })).window).toBeUndefined();
});

test('an onset tomorrow is refused and the old one stays', async () => {
	const { platform, officer } = tracing;
	const caseId = await openOne();

	const setting = call(platform, setDates, officer, { caseId, onsetOn: '2026-11-25' });

	await expect(setting).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'onsetOn' } });
	expect((await call(platform, getCase, officer, { caseId })).onsetOn).toBe('2026-11-20');
});

test('choosing another rule keeps that rule’s version in force with the case', async () => {
	const { platform, officer } = tracing;
	const caseId = await openOne();

	await call(platform, chooseRule, officer, { caseId, rule: 'who-2021' });

	expect((await call(platform, getCase, officer, { caseId })).usedRule).toMatchObject({
		rule: 'who-2021',
		version: 1,
		minutesMin: 15,
	});
});

test('a rule for another disease cannot be chosen', async () => {
	const { platform, officer, administrator } = tracing;
	const caseId = await openOne();
	await call(platform, setContactRule, administrator, {
		...{ rule: 'measles-1', disease: 'measles', name: { vi: 'Sởi', en: 'Measles' } },
		...{ daysBefore: 4, daysAfter: 4, minutesMin: 0, sameGate: false, sameTrip: true, symptomFreeDays: 0 },
		...{ followUpDays: 21, validFrom: '2026-01-01', decision: 'Bộ Y tế' },
	});

	const choosing = call(platform, chooseRule, officer, { caseId, rule: 'measles-1' });

	await expect(choosing).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'rule' } });
});

test.each(['strangeOfficer', 'administrator', 'analyst'] as const)('%s changes nothing', async (who) => {
	const { platform, [who]: asking } = tracing;
	const caseId = await openOne();

	await expect(call(platform, setDates, asking, { caseId, onsetOn: '2026-11-01' })).rejects.toMatchObject({
		code: 'not-allowed',
	});
	await expect(call(platform, chooseRule, asking, { caseId, rule: 'who-2021' })).rejects.toMatchObject({
		code: 'not-allowed',
	});
	await expect(call(platform, closeCase, asking, { caseId })).rejects.toMatchObject({ code: 'not-allowed' });
});

test('a closed case is changed no more, not even closed again', async () => {
	const { platform, officer } = tracing;
	const caseId = await openOne();
	await call(platform, closeCase, officer, { caseId });

	await expect(call(platform, setDates, officer, { caseId, onsetOn: '2026-11-01' })).rejects.toMatchObject({
		code: 'case-closed',
	});
	await expect(call(platform, chooseRule, officer, { caseId, rule: 'who-2021' })).rejects.toMatchObject({
		code: 'case-closed',
	});
	await expect(call(platform, closeCase, officer, { caseId })).rejects.toMatchObject({ code: 'case-closed' });
});
