import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decide, decideAll, endings, getBatch, listDue } from '#endings';
import { handleAlarm, listAlarms, reviewPerson } from '#monitoring';
import { call } from '#platform/call';
import { addDeclared, moveTo } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import { report, stateOf, tallyFaults } from '#test/watch';
import { correctTest } from './correct-test.ts';
import { recordTest } from './record-test.ts';

let vaora: Restrictions;
beforeAll(async () => void (vaora = await openRestrictions()));
beforeEach(() => vaora.nextPerson());
afterAll(() => vaora.platform.close());

const decision = { decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: '121/QĐ-UBND' };
const states = () => stateOf(vaora.platform, vaora.person.personId);
const alarms = async (by = vaora.callers.ward) =>
	(await call(vaora.platform, listAlarms, by, {})).alarms.filter(({ person }) => person === vaora.person.personId);
const tested = (result: 'positive' | 'negative' | 'pending', sampledAt: string, sampleId: string) => ({
	...{
		kind: 'pcr' as const,
		sampledAt,
		result,
		laboratory: 'CDC Hà Nội',
		sampleId: `${sampleId} ${vaora.person.personId}`,
	},
});
const record = async (...sample: Parameters<typeof tested>) =>
	call(vaora.platform, recordTest, vaora.callers.ward, {
		...{ person: vaora.person.personId, disease: 'covid-19', areaId: vaora.areas.baDinh.areaId, ...tested(...sample) },
	});
const correct = (testId: string, ...sample: Parameters<typeof tested>) =>
	call(vaora.platform, correctTest, vaora.callers.ward, {
		testId,
		...tested(...sample),
		reason: 'Phòng xét nghiệm báo',
	});

test('a positive test of somebody under an order puts them to review, raises an alarm and stops their ending', async () => {
	const orderId = await vaora.order();
	await moveTo(vaora.platform, '2026-11-26T08:00:00+07:00');
	await report(vaora.platform, vaora.callers.ward, [vaora.person.personId]);
	expect(await states()).toEqual(['due-to-end']);
	await endings
		.jobs!.find(({ name }) => name === 'endings.propose-due')!
		.run(vaora.platform, vaora.platform.clock.now(), undefined);
	const ready = async () =>
		(await call(vaora.platform, listDue, vaora.callers.ward, { state: 'ready' })).orders.map((one) => one.orderId);
	expect(await ready()).toContain(orderId);

	await record('positive', '2026-11-26T06:00:00+07:00', 'A');

	expect(await states()).toEqual(['needs-review']);
	expect(await alarms()).toMatchObject([{ reasons: ['positive-test'], day: '2026-11-26' }]);
	expect(await alarms(vaora.callers.nextDoor)).toEqual([]);
	const { batchId } = await call(vaora.platform, decideAll, vaora.callers.ward, {
		...{ areaId: vaora.areas.baDinh.areaId, ...decision },
	});
	await endings
		.jobs!.find(({ name }) => name === 'endings.end-batch')!
		.run(vaora.platform, vaora.platform.clock.now(), { batchId });
	expect(await call(vaora.platform, getBatch, vaora.callers.ward, { batchId })).toMatchObject({ ended: 0 });
	expect(await call(vaora.platform, decide, vaora.callers.ward, { orders: [orderId], ...decision })).toEqual({
		...{ ended: [], notReady: [{ orderId, missing: ['positive'] }] },
	});
	expect(await ready()).not.toContain(orderId);
	expect(await tallyFaults(vaora.platform)).toEqual([]);
});

test('a result that was pending counts from when it is told, though an officer looked in between', async () => {
	await vaora.order();
	const { testId } = await record('pending', '2026-11-24T07:00:00+07:00', 'B');
	expect(await alarms()).toEqual([]);
	await call(vaora.platform, reviewPerson, vaora.callers.ward, { person: vaora.person.personId, note: 'Khoẻ' });

	await correct(testId, 'positive', '2026-11-24T07:00:00+07:00', 'B');

	expect(await states()).toEqual(['needs-review']);
	expect(await alarms()).toHaveLength(1);
});

test('a positive test that was none closes its alarm and the review', async () => {
	await vaora.order();
	const before = await states();
	const { testId } = await record('positive', '2026-11-24T07:00:00+07:00', 'C');

	await correct(testId, 'negative', '2026-11-24T07:00:00+07:00', 'C');

	expect(await alarms()).toEqual([]);
	expect(await states()).toEqual(before);
	expect(await tallyFaults(vaora.platform)).toEqual([]);
});

test('an alarm somebody dealt with stays so when another test of the day is positive too', async () => {
	await vaora.order();
	await record('positive', '2026-11-24T06:00:00+07:00', 'D');
	const [alarm] = await alarms();
	await call(vaora.platform, handleAlarm, vaora.callers.ward, { alarmId: alarm!.alarmId, note: 'Đã đưa đi viện' });

	await record('positive', '2026-11-24T07:00:00+07:00', 'E');

	expect(await alarms()).toEqual([]);
});

test('a negative test, an old positive one and one of somebody nobody watches raise nothing', async () => {
	await vaora.order();
	await record('negative', '2026-11-24T07:00:00+07:00', 'F');
	await record('positive', '2026-10-24T07:00:00+07:00', 'G');
	expect(await alarms()).toEqual([]);

	const unwatched = await addDeclared(vaora.platform, vaora.newPhone());
	await call(vaora.platform, recordTest, vaora.callers.ward, {
		...{ person: unwatched.personId, disease: 'covid-19', areaId: vaora.areas.baDinh.areaId },
		...tested('positive', '2026-11-24T07:00:00+07:00', 'H'),
	});
	const all = (await call(vaora.platform, listAlarms, vaora.callers.ward, {})).alarms;
	expect(all.map(({ person }) => person)).not.toContain(unwatched.personId);
});
