import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listMine } from '#certificates';
import { countDue, decide, decideAll, endings, getBatch, listDue } from '#endings';
import { extendOrder, getOrder } from '#isolation';
import { recordTest } from '#laboratory';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addDeclared, moveTo } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';

let vaora: Restrictions;
beforeAll(async () => void (vaora = await openRestrictions()));
beforeEach(() => vaora.nextPerson());
afterAll(() => vaora.platform.close());

const decision = { decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: '120/QĐ-UBND' };
const lastMorning = '2026-11-26T08:00:00+07:00';
const due = (state: 'ready' | 'waiting', by = vaora.callers.ward) =>
	call(vaora.platform, listDue, by, { state, limit: 100 });
const orderIds = async (state: 'ready' | 'waiting') => (await due(state)).orders.map(({ orderId }) => orderId);
const decideOn = (orders: string[], by = vaora.callers.ward) =>
	call(vaora.platform, decide, by, { orders, ...decision });
const runJob = (name: string, payload?: unknown) =>
	endings.jobs!.find((job) => job.name === name)!.run(vaora.platform, vaora.platform.clock.now(), payload);

let samples = 0;
const sample = (result: 'negative' | 'positive', sampledAt: string, person = vaora.person.personId) =>
	call(vaora.platform, recordTest, vaora.callers.ward, {
		...{ person, disease: 'covid-19', areaId: vaora.areas.baDinh.areaId, kind: 'pcr', sampledAt, result },
		...{ laboratory: 'CDC Hà Nội', sampleId: `E-${++samples}` },
	});

/** Somebody whose three days are over this morning, by a regime that asks for one negative test. */
async function reachLastDay() {
	const orderId = await vaora.order({ regime: 'home-7-days-vaccinated' });
	await moveTo(vaora.platform, lastMorning);
	await runJob('endings.propose-due');
	return orderId;
}

test('whoever is due waits for a test, is ready with it at once, and is ended with a certificate', async () => {
	const orderId = await reachLastDay();
	expect((await due('waiting')).orders.find((one) => one.orderId === orderId)).toMatchObject({
		...{ missing: ['tests'], maskedName: expect.stringContaining('***'), untilOn: '2026-11-26' },
	});
	expect(await orderIds('ready')).not.toContain(orderId);
	expect(await decideOn([orderId])).toEqual({ ended: [], notReady: [{ orderId, missing: ['tests'] }] });
	expect(await vaora.verdictOf()).toBe('red');

	await sample('negative', '2026-11-26T07:00:00+07:00');
	expect(await decideOn([orderId])).toEqual({ ended: [orderId], notReady: [] });

	expect(await vaora.verdictOf(vaora.person, vaora.elsewhere)).not.toBe('red');
	expect(await call(vaora.platform, getOrder, vaora.callers.ward, { orderId })).toMatchObject({
		...{ outcome: 'completed', state: 'over' },
		steps: [{ kind: 'issued' }, { kind: 'ended', ...decision, after: 'completed' }],
	});
	const { certificates } = await call(vaora.platform, listMine, await vaora.person.caller(), {});
	expect(certificates).toEqual([
		{ orderId, person: vaora.person.personId, fromOn: '2026-11-24', completedOn: '2026-11-26' },
	]);
	expect(await orderIds('waiting')).not.toContain(orderId);
});

test('a positive test of the last day stops it, though the list said ready', async () => {
	const orderId = await reachLastDay();
	await sample('negative', '2026-11-26T06:00:00+07:00');
	await runJob('endings.propose-due');
	expect(await orderIds('ready')).toContain(orderId);

	await sample('positive', '2026-11-26T07:00:00+07:00');

	expect((await decideOn([orderId])).notReady).toEqual([{ orderId, missing: ['positive'] }]);
	expect(await orderIds('waiting')).toContain(orderId);
});

test('whose order is extended is due no more', async () => {
	const orderId = await reachLastDay();
	expect(await orderIds('waiting')).toContain(orderId);
	const reason = 'Có người cùng nhà dương tính';
	await call(vaora.platform, extendOrder, vaora.callers.ward, { orderId, untilOn: '2026-11-30', ...decision, reason });

	expect(await orderIds('waiting')).not.toContain(orderId);
	expect((await decideOn([orderId])).notReady).toEqual([{ orderId, missing: expect.arrayContaining(['days']) }]);
});

test('the night after, whoever nobody ended is free at the door, still due, and completed on the last day', async () => {
	const orderId = await vaora.order();
	await moveTo(vaora.platform, '2026-11-28T08:00:00+07:00');
	expect(await vaora.verdictOf()).not.toBe('red');
	await runJob('endings.propose-due');
	expect(await orderIds('ready')).toContain(orderId);

	await decideOn([orderId]);

	const { certificates } = await call(vaora.platform, listMine, await vaora.person.caller(), {});
	expect(certificates).toMatchObject([{ completedOn: '2026-11-26' }]);
});

test('an officer of another ward sees none of them and ends none of them', async () => {
	const orderId = await reachLastDay();

	expect((await due('waiting', vaora.callers.nextDoor)).orders).toEqual([]);
	await expect(decideOn([orderId], vaora.callers.nextDoor)).rejects.toMatchObject({ code: 'not-allowed' });
});

test('everybody of an area who is ready is ended in bulk, in the name of whoever decided; who is not stays', async () => {
	const persons = [vaora.person];
	for (let index = 0; index < 4; index++) persons.push(await addDeclared(vaora.platform, vaora.newPhone()));
	const orders: string[] = [];
	for (const { personId } of persons) orders.push(await vaora.order({}, undefined, personId));
	const regime = { regime: 'home-7-days-vaccinated' };
	const waiting = await addDeclared(vaora.platform, vaora.newPhone());
	const stays = await vaora.order(regime, undefined, waiting.personId);
	await moveTo(vaora.platform, lastMorning);
	await runJob('endings.propose-due');
	const { ready } = await call(vaora.platform, countDue, vaora.callers.ward, {});

	const { batchId } = await call(vaora.platform, decideAll, vaora.callers.ward, {
		...{ areaId: vaora.areas.baDinh.areaId, ...decision },
	});
	await runJob('endings.end-batch', { batchId });
	await runJob('endings.end-batch', { batchId });

	expect(await call(vaora.platform, getBatch, vaora.callers.ward, { batchId })).toMatchObject({
		...{ ended: ready, isDone: true },
	});
	expect(await call(vaora.platform, countDue, vaora.callers.ward, {})).toMatchObject({ ready: 0 });
	const states = sql<{ order_id: string; outcome: string | null }>`
		select order_id, outcome from isolation.isolation_order
		where order_id = any (${[...orders, stays]}::bigint[]) order by order_id`;
	const found = new Map((await vaora.platform.db.rows(states)).map((row) => [row.order_id, row.outcome]));
	expect(orders.map((one) => found.get(one))).toEqual(orders.map(() => 'completed'));
	expect(found.get(stays)).toBeNull();
	const told = sql<{ persons: number }>`
		select coalesce(sum(persons), 0)::integer as persons from audit.entry
		where operation = 'endings.decide-all' and authority = 'CDC' and purpose is not null`;
	expect((await vaora.platform.db.one(told)).persons).toBe(ready);
});
