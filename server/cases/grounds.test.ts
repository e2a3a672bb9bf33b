import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctTest, recordTest } from '#laboratory';
import { call } from '#platform/call';
import { startOfDay } from '#shared/language';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';
import { getOpenCaseRow } from './case.ts';
import { decideClinically } from './decide-clinically.ts';
import { groundsSince, requireGrounds } from './grounds.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const suspect = async () => {
	const person = await addPerson(tracing.platform, { fullName: 'Lý Thị Nghi' });
	return { person, caseId: await addCase(tracing, person, { onsetOn: '2026-11-20', isSuspected: true }) };
};

const ask = async (caseId: string) => {
	const { db } = tracing.platform;
	return requireGrounds(db, await getOpenCaseRow(db, caseId)).then(() => 'grounds');
};

const addTest = (person: string, more: { result?: 'negative' | 'positive' | 'pending'; sampledAt?: string } = {}) =>
	call(tracing.platform, recordTest, tracing.officer, {
		...{ person, disease: 'covid-19', kind: 'pcr', sampledAt: '2026-11-22T08:00:00+07:00', result: 'positive' },
		...{ laboratory: 'CDC Hà Nội', sampleId: 'HN-1', areaId: tracing.areas.haNoi.areaId },
		...more,
	});

test('a suspected case without a test or a decision has no grounds', async () => {
	const { caseId } = await suspect();

	await expect(ask(caseId)).rejects.toMatchObject({ code: 'case-without-grounds' });
});

test('a positive test gives grounds, a negative or a pending one does not', async () => {
	const [positive, negative, pending] = [await suspect(), await suspect(), await suspect()];
	await addTest(positive.person);
	await addTest(negative.person, { result: 'negative' });
	await addTest(pending.person, { result: 'pending' });

	expect(await ask(positive.caseId)).toBe('grounds');
	await expect(ask(negative.caseId)).rejects.toMatchObject({ code: 'case-without-grounds' });
	await expect(ask(pending.caseId)).rejects.toMatchObject({ code: 'case-without-grounds' });
});

test('a positive test that is corrected to negative gives grounds no more', async () => {
	const { person, caseId } = await suspect();
	const { testId } = await addTest(person);

	await call(tracing.platform, correctTest, tracing.officer, {
		...{ testId, kind: 'pcr', sampledAt: '2026-11-22T08:00:00+07:00', result: 'negative' },
		...{ laboratory: 'CDC Hà Nội', sampleId: 'HN-1', reason: 'Nhầm mẫu' },
	});

	await expect(ask(caseId)).rejects.toMatchObject({ code: 'case-without-grounds' });
});

test('a positive test of another disease, or of an illness long ago, gives no grounds', async () => {
	const [other, old] = [await suspect(), await suspect()];
	await call(tracing.platform, recordTest, tracing.officer, {
		...{ person: other.person, disease: 'measles', kind: 'pcr', sampledAt: '2026-11-22T08:00:00+07:00' },
		...{ result: 'positive', laboratory: 'CDC', sampleId: '9', areaId: tracing.areas.haNoi.areaId },
	});
	await addTest(old.person, { sampledAt: '2026-10-20T23:59:00+07:00' });

	await expect(ask(other.caseId)).rejects.toMatchObject({ code: 'case-without-grounds' });
	await expect(ask(old.caseId)).rejects.toMatchObject({ code: 'case-without-grounds' });
});

const decide = (caseId: string, more: object = {}) =>
	call(tracing.platform, decideClinically, tracing.wardOfficer, {
		...{ caseId, decidedBy: 'BS Trần Văn Y', decidedOn: '2026-11-23', isDisease: true },
		...{ decision: 'Sốt, ho, cùng nhà với F0', ...more },
	});

test('a clinician’s decision gives grounds, and a later one that it is not the disease takes them away', async () => {
	const { caseId } = await suspect();
	await decide(caseId);
	expect(await ask(caseId)).toBe('grounds');

	await decide(caseId, { isDisease: false, decidedOn: '2026-11-24', decision: 'Là cúm mùa' });

	await expect(ask(caseId)).rejects.toMatchObject({ code: 'case-without-grounds' });
});

test.each([
	['tomorrow', { decidedOn: '2026-11-25' }, 'decidedOn'],
	['more than a year ago', { decidedOn: '2025-11-22' }, 'decidedOn'],
	['by spaces', { decidedBy: '    ' }, 'decidedBy'],
])('a decision of %s is refused', async (_when, more, field) => {
	const { caseId } = await suspect();

	await expect(decide(caseId, more)).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
});

const row = { classification: 'suspected', onset_on: null, sampled_on: null, opened_at: new Date('2026-11-24T01:00Z') };

test.each([
	['nothing known: a month before the case was opened', {}, undefined, '2026-10-25'],
	['a month before the onset', { onset_on: '2026-11-10' }, undefined, '2026-10-11'],
	['the earlier of onset and sampling', { onset_on: '2026-11-10', sampled_on: '2026-11-05' }, undefined, '2026-10-06'],
	['the day after it was decided that it is not', {}, { is_disease: false, decided_on: '2026-11-20' }, '2026-11-21'],
])('a positive sample counts from %s', (_what, more, newest, day) => {
	expect(groundsSince({ ...row, ...more }, newest)).toEqual(startOfDay(day));
});

test('a discarded case has no grounds whatever was decided', () => {
	const decided = { is_disease: true, decided_on: '2026-11-20' };

	expect(groundsSince({ ...row, classification: 'discarded' }, decided)).toBeUndefined();
	expect(groundsSince(row, decided)).toBe('decided');
});
