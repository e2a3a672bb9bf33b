import { afterAll, beforeAll, expect, test } from 'vitest';
import { setContactRule } from '#diseases';
import { recordTest } from '#laboratory';
import { beginDuties, noteAttempt } from '#monitoring';
import { call } from '#platform/call';
import { addCase, addPerson, later, openTracing, type Tracing } from '#test/tracing';
import { dutyOf } from '#test/watch';
import { change } from './change.ts';
import { chooseRule } from './choose-rule.ts';
import { closeCase } from './close-case.ts';
import { getCase } from './get-case.ts';
import { getTimeline } from './get-timeline.ts';
import { reopenCase } from './reopen-case.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const openOne = async () => addCase(tracing, await addPerson(tracing.platform, { fullName: 'Phạm Văn Ơn' }));

test('a date that is given changes, one that is left out stays, and null clears one', async () => {
	const { platform, officer } = tracing;
	const caseId = await openOne();

	await call(platform, change, officer, { caseId, sampledOn: '2026-11-22', isolatedAt: '2026-11-23T09:00:00+07:00' });
	const head = await call(platform, change, officer, { caseId, onsetOn: null, classification: 'probable' });

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

	await call(platform, change, officer, { caseId, onsetOn: null });

	expect((await call(platform, getCase, officer, { caseId })).window).toBeUndefined();
});

test('an onset tomorrow is refused and the old one stays', async () => {
	const { platform, officer } = tracing;
	const caseId = await openOne();

	const setting = call(platform, change, officer, { caseId, onsetOn: '2026-11-25' });

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

	await expect(call(platform, change, asking, { caseId, onsetOn: '2026-11-01' })).rejects.toMatchObject({
		code: 'not-allowed',
	});
	await expect(call(platform, chooseRule, asking, { caseId, rule: 'who-2021' })).rejects.toMatchObject({
		code: 'not-allowed',
	});
	await expect(call(platform, closeCase, asking, { caseId, reason: 'finished' })).rejects.toMatchObject({
		code: 'not-allowed',
	});
});

test('a closed case is changed no more, not even closed again', async () => {
	const { platform, officer } = tracing;
	const caseId = await openOne();
	await call(platform, closeCase, officer, { caseId, reason: 'finished' });

	await expect(call(platform, change, officer, { caseId, onsetOn: '2026-11-01' })).rejects.toMatchObject({
		code: 'case-closed',
	});
	await expect(call(platform, chooseRule, officer, { caseId, rule: 'who-2021' })).rejects.toMatchObject({
		code: 'case-closed',
	});
	await expect(call(platform, closeCase, officer, { caseId, reason: 'finished' })).rejects.toMatchObject({
		code: 'case-closed',
	});
});

test('discarding a case closes it, and each change keeps who, when, before and after', async () => {
	const { platform, officer, wardOfficer } = tracing;
	const caseId = await openOne();
	await call(platform, change, wardOfficer, {
		caseId,
		onsetOn: '2026-11-21',
		occupation: 'Giáo viên',
		reason: 'Nói lại',
	});
	await call(platform, change, wardOfficer, { caseId, onsetOn: '2026-11-21' });
	platform.clock.set('2026-11-24T08:01:00+07:00');

	const head = await call(platform, change, officer, { caseId, classification: 'discarded', reason: 'PCR âm tính' });

	expect(head).toMatchObject({ classification: 'discarded', closedReason: 'discarded' });
	expect(head).not.toHaveProperty('occupation');
	const { events } = await call(platform, getTimeline, officer, { caseId });
	expect(events.filter(({ before }) => before)).toMatchObject([
		{ kind: 'closed', value: 'discarded', by: 'CDC Hà Nội', note: 'PCR âm tính' },
		{ kind: 'changed', before: { classification: 'confirmed' }, after: { classification: 'discarded' } },
		{
			...{ kind: 'changed', by: 'Trạm Y tế phường Ba Đình', note: 'Nói lại' },
			...{ before: { onset_on: '2026-11-20', occupation: null }, after: { onset_on: '2026-11-21' } },
		},
	]);
	platform.clock.set('2026-11-24T08:00:00+07:00');
});

test('a closed case is opened again for a reason, unless another is open', async () => {
	const { platform, officer } = tracing;
	const person = await addPerson(platform, { fullName: 'Phạm Văn Trở Lại' });
	const caseId = await addCase(tracing, person);
	await call(platform, closeCase, officer, { caseId, reason: 'mistake', note: 'Nhầm người' });

	expect(await call(platform, reopenCase, officer, { caseId, reason: 'Không nhầm' })).not.toHaveProperty('closedAt');
	await expect(call(platform, reopenCase, officer, { caseId, reason: 'Không nhầm' })).rejects.toMatchObject({
		code: 'case-open-already',
	});
	await call(platform, closeCase, officer, { caseId, reason: 'finished' });
	await addCase(tracing, person);
	await expect(call(platform, reopenCase, officer, { caseId, reason: 'Không nhầm' })).rejects.toMatchObject({
		code: 'case-open-already',
	});
});

test.each([
	['an outcome’s day without an outcome', { outcomeOn: '2026-11-23' }],
	['an outcome before the onset', { outcome: 'recovered', outcomeOn: '2026-11-19' }],
	['an outcome to come', { outcome: 'recovered', outcomeOn: '2026-11-25' }],
] as const)('%s is refused', async (_what, more) => {
	const caseId = await openOne();

	await expect(call(tracing.platform, change, tracing.officer, { caseId, ...more })).rejects.toMatchObject({
		code: 'invalid-input',
		options: { field: 'outcomeOn' },
	});
});

test('the timeline of an open case joins tests, decisions and dates', async () => {
	const { platform, officer, areas } = tracing;
	const person = await addPerson(platform, { fullName: 'Phạm Thị Dòng' });
	const caseId = await addCase(tracing, person);
	await call(platform, recordTest, officer, {
		...{ person, disease: 'covid-19', kind: 'pcr', sampledAt: '2026-11-21T08:00:00+07:00', result: 'positive' },
		...{ resultAt: '2026-11-22T08:00:00+07:00', laboratory: 'CDC', sampleId: '7', areaId: areas.haNoi.areaId },
	});

	const { events } = await call(platform, getTimeline, officer, { caseId });

	expect(events.map(({ kind }) => kind)).toEqual(['opened', 'decided', 'result', 'sampled', 'onset']);
});

test('the timeline tells when a station tried to reach the person; of a closed case it does not', async () => {
	const { platform, officer, wardOfficer, areas } = tracing;
	const person = await addPerson(platform, { fullName: 'Phạm Văn Liên Lạc' });
	const caseId = await addCase(tracing, person);
	await beginDuties(platform.db, [dutyOf(person, areas.baDinh.path)], platform.clock.now());
	await call(platform, noteAttempt, wardOfficer, { person, outcome: 'no-answer', note: 'Gọi hai lần' });
	later(platform, 60);

	const told = async () =>
		(await call(platform, getTimeline, officer, { caseId })).events.filter(({ kind }) => kind === 'attempted');
	expect(await told()).toMatchObject([
		{ value: 'no-answer', by: 'Trạm Y tế phường Ba Đình', note: 'Gọi hai lần', at: '2026-11-24T01:00:00.000Z' },
	]);
	await call(platform, closeCase, officer, { caseId, reason: 'finished' });

	expect(await told()).toEqual([]);
});
