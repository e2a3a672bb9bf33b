import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { addPerson, listLooks, openTracing, type Tracing } from '#test/tracing';
import { correctTest } from './correct-test.ts';
import { listTests } from './list-tests.ts';
import { recordTest } from './record-test.ts';
import { hasPositive } from './tests.ts';

let tracing: Tracing;
let person: string;
beforeAll(async () => {
	tracing = await openTracing();
	person = await addPerson(tracing.platform, { fullName: 'Vũ Thị Mẫu' });
});
afterAll(() => tracing.platform.close());

const sample = {
	...{ kind: 'antigen' as const, sampledAt: '2026-11-23T08:00:00+07:00', result: 'pending' as const },
	...{ laboratory: 'Trạm Y tế', sampleId: 'T-01' },
};
const record = (more: object = {}, who = tracing.wardOfficer) =>
	call(tracing.platform, recordTest, who, {
		...{ person, disease: 'covid-19', areaId: tracing.areas.baDinh.areaId, ...sample, ...more },
	});
const list = (who = tracing.wardOfficer) =>
	call(tracing.platform, listTests, who, { person, purpose: 'Xem kết quả' }).then(({ tests }) => tests);

test('the same sample recorded again is the same test', async () => {
	const first = await record();
	const again = await record({ laboratory: ' Trạm Y  tế ' });

	expect(again).toEqual({ testId: first.testId, wasRecorded: true });
	expect(await list()).toMatchObject([{ testId: first.testId, version: 1, result: 'pending' }]);
});

test('a correction is the next version and the first stays to be read', async () => {
	const { testId } = await record({ sampleId: 'T-02' });
	const resultAt = '2026-11-23T12:00:00+07:00';

	const now = await call(tracing.platform, correctTest, tracing.wardOfficer, {
		...{ testId, ...sample, sampleId: 'T-02', result: 'positive', resultAt, reason: 'Có kết quả' },
	});

	expect(now).toMatchObject({ version: 2, result: 'positive', reason: 'Có kết quả' });
	const versions = (await list()).filter((one) => one.testId === testId);
	expect(versions.map(({ version, result }) => [version, result])).toEqual([
		[2, 'positive'],
		[1, 'pending'],
	]);
	expect(await hasPositive(tracing.platform.db, person, 'covid-19', new Date('2026-11-23T01:00Z'))).toBe(true);
	expect(await hasPositive(tracing.platform.db, person, 'covid-19', new Date('2026-11-23T01:01Z'))).toBe(false);
});

test.each([
	['a sample of tomorrow', { sampledAt: '2026-11-25T08:00:00+07:00' }, 'sampledAt'],
	['a sample of four years ago', { sampledAt: '2022-11-25T08:00:00+07:00' }, 'sampledAt'],
	['a time for a pending result', { resultAt: '2026-11-23T09:00:00+07:00' }, 'resultAt'],
	['a result before its sample', { result: 'negative', resultAt: '2026-11-23T07:59:00+07:00' }, 'resultAt'],
	['a result to come', { result: 'negative', resultAt: '2026-11-24T08:00:01+07:00' }, 'resultAt'],
	['a disease nobody watches', { disease: 'no-such' }, 'disease'],
	['a laboratory of spaces', { laboratory: '   ' }, 'laboratory'],
])('%s is refused', async (_what, more, field) => {
	await expect(record(more)).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
});

test('an officer elsewhere records nothing here, corrects nothing and sees nothing', async () => {
	const { platform, strangeOfficer } = tracing;
	const { testId } = await record({ sampleId: 'T-03' });
	const correction = { testId, ...sample, result: 'negative' as const, reason: 'Không có lý do' };

	await expect(record({}, strangeOfficer)).rejects.toMatchObject({ code: 'not-allowed' });
	await expect(call(platform, correctTest, strangeOfficer, correction)).rejects.toMatchObject({ code: 'not-allowed' });
	expect(await list(strangeOfficer)).toEqual([]);
});

test('whose tests are read learns of it', async () => {
	await list();

	expect((await listLooks(tracing.platform, person)).map(({ operation }) => operation)).toContain(
		'laboratory.list-tests',
	);
});
