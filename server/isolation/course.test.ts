import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { endOrder, extendOrder, getOrder, issueOrder, listOrders, transferOrder } from '#isolation';
import { recordTest } from '#laboratory';
import { listMine as listDuties } from '#monitoring';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { at } from '#test/door';
import { moveTo } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';

let vaora: Restrictions;
beforeAll(async () => void (vaora = await openRestrictions()));
beforeEach(() => vaora.nextPerson());
afterAll(() => vaora.platform.close());

const decision = { decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: '91/QĐ-UBND' };
const reason = 'Có người cùng nhà dương tính';

const duties = (sourceId: string) =>
	vaora.platform.db.rows(sql<{ until_on: string; area_path: string; reports_a_day: number; ended_at: Date | null }>`
		select until_on, area_path, reports_a_day, ended_at from monitoring.duty where source_id = ${sourceId}`);
const get = (orderId: string, by = vaora.callers.ward) => call(vaora.platform, getOrder, by, { orderId });

test('an order by a regime lasts as long as it says and asks for as many reports; it keeps the version', async () => {
	const { untilOn: _none, ...said } = vaora.orderOf(vaora.person.personId, { regime: '4038-home' });
	const { orderId } = await call(vaora.platform, issueOrder, vaora.callers.ward, said);

	const order = await get(orderId);

	expect(order).toMatchObject({ untilOn: '2026-12-07', regime: { regime: '4038-home', version: 1 }, reportsADay: 2 });
	expect(order.tests).toEqual([{ day: 14, on: '2026-12-07' }]);
	expect(await duties(orderId)).toMatchObject([{ until_on: '2026-12-07', reports_a_day: 2, ended_at: null }]);
	const { people } = await call(vaora.platform, listDuties, await vaora.person.caller(), {});
	expect(people.map(({ person }) => person)).toContain(vaora.person.personId);
});

test('without a last day there is no order, unless a regime says it', async () => {
	const { untilOn: _none, ...said } = vaora.orderOf(vaora.person.personId);

	await expect(call(vaora.platform, issueOrder, vaora.callers.ward, said)).rejects.toMatchObject({
		code: 'invalid-input',
		options: { field: 'untilOn' },
	});
	await expect(
		call(vaora.platform, issueOrder, vaora.callers.ward, { ...said, regime: 'site-21-days' }),
	).rejects.toMatchObject({ options: { field: 'regime' } });
});

test('ending an order ends the duty with it, and the door lets the person in at once', async () => {
	const orderId = await vaora.order();
	expect(await vaora.verdictOf()).toBe('red');

	await call(vaora.platform, endOrder, vaora.callers.ward, { orderId, reason: 'Xét nghiệm âm tính' });

	expect(await vaora.verdictOf(vaora.person, vaora.elsewhere)).toBe('green');
	expect((await duties(orderId))[0]!.ended_at).toEqual(vaora.platform.clock.now());
});

test('an extension moves the last day of the order and of the duty, and the door goes on stopping', async () => {
	const orderId = await vaora.order();
	await call(vaora.platform, extendOrder, vaora.callers.ward, { orderId, untilOn: '2026-11-28', ...decision, reason });

	expect(await get(orderId)).toMatchObject({ untilOn: '2026-11-28', state: 'in-force' });
	expect(await duties(orderId)).toMatchObject([{ until_on: '2026-11-28' }]);
	await moveTo(vaora.platform, '2026-11-28T23:59:00+07:00');
	expect(await vaora.verdictOf()).toBe('red');
	await moveTo(vaora.platform, '2026-11-29T00:00:00+07:00');
	expect(await vaora.verdictOf()).not.toBe('red');
	await moveTo(vaora.platform, at('08:00:00'));
});

test.each([
	['the same day', '2026-11-26'],
	['an earlier one', '2026-11-25'],
	['more than a year', '2027-12-01'],
])('%s is no extension', async (_what, untilOn) => {
	const orderId = await vaora.order();
	const extended = call(vaora.platform, extendOrder, vaora.callers.ward, { orderId, untilOn, ...decision, reason });

	await expect(extended).rejects.toMatchObject({ options: { field: 'untilOn' } });
});

test('who is transferred is looked after by the other area from then on, and by the first no more', async () => {
	const { areas, callers, platform } = vaora;
	const orderId = await vaora.order();
	await call(platform, transferOrder, callers.ward, {
		...{ orderId, kind: 'clinic', areaId: areas.hoanKiem.areaId, ...decision, reason },
	});

	expect(await get(orderId, callers.nextDoor)).toMatchObject({ kind: 'clinic', areaId: areas.hoanKiem.areaId });
	await expect(get(orderId)).rejects.toMatchObject({ code: 'not-allowed' });
	expect(await duties(orderId)).toMatchObject([{ area_path: areas.hoanKiem.path }]);
	expect(await vaora.verdictOf()).toBe('red');
});

test('everything that was done stands in the history, in order, with who decided and why', async () => {
	const orderId = await vaora.order({ decisionNumber: 'history' });
	vaora.setClock('09:00:00');
	await call(vaora.platform, extendOrder, vaora.callers.ward, { orderId, untilOn: '2026-11-28', ...decision, reason });
	vaora.setClock('10:00:00');
	await call(vaora.platform, endOrder, vaora.callers.province, { orderId, reason: 'Âm tính lần 2' });

	const { steps, outcome } = await get(orderId);

	expect(outcome).toBe('early');
	expect(steps).toEqual([
		{
			kind: 'issued',
			at: at('08:00:00'),
			authority: 'CDC',
			...decision,
			decisionNumber: 'history',
			after: '2026-11-26',
		},
		{
			...{ kind: 'extended', at: at('09:00:00'), authority: 'CDC', ...decision, reason },
			...{ before: '2026-11-26', after: '2026-11-28' },
		},
		{ kind: 'ended', at: at('10:00:00'), authority: 'CDC', reason: 'Âm tính lần 2', after: 'early' },
	]);
});

test('what is over is neither extended nor moved', async () => {
	const orderId = await vaora.order();
	await call(vaora.platform, endOrder, vaora.callers.ward, { orderId, reason });
	const { platform, callers, areas } = vaora;
	const extended = call(platform, extendOrder, callers.ward, { orderId, untilOn: '2026-12-01', ...decision, reason });
	const where = { kind: 'site' as const, areaId: areas.hoanKiem.areaId };
	const moved = call(platform, transferOrder, callers.ward, { orderId, ...where, ...decision, reason });

	await expect(extended).rejects.toMatchObject({ code: 'already-ended' });
	await expect(moved).rejects.toMatchObject({ code: 'already-ended' });
	const { orders } = await call(platform, listOrders, callers.ward, { state: 'over' });
	expect(orders.map((one) => one.orderId)).toContain(orderId);
});

test('the tests of an order show what was found', async () => {
	const { platform, callers, areas, person } = vaora;
	const orderId = await vaora.order({ regime: 'home-7-days-vaccinated' });
	await call(platform, recordTest, callers.ward, {
		...{ person: person.personId, disease: 'covid-19', areaId: areas.baDinh.areaId, kind: 'pcr' },
		...{ sampledAt: at('07:00:00'), result: 'negative', laboratory: 'CDC Hà Nội', sampleId: 'HN-1' },
	} as never);

	expect((await get(orderId)).tests).toEqual([
		{ day: 1, on: '2026-11-24', result: 'negative' },
		{ day: 7, on: '2026-11-30' },
	]);
});
