import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listMyLooks } from '#audit';
import { endOrder, getOrder, issueOrder, listMine, listOrders } from '#isolation';
import { call } from '#platform/call';
import { at } from '#test/door';
import { moveTo } from '#test/people';
import { openRestrictions, purpose, type Restrictions } from '#test/restrictions';

let door: Restrictions;

beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(() => door.nextPerson());

const reason = 'Xét nghiệm âm tính lần 2';
const get = (orderId: string) => call(door.platform, getOrder, door.callers.ward, { orderId });
const list = async (input: object = {}) => call(door.platform, listOrders, door.callers.ward, { limit: 100, ...input });
const idsOf = async (input: object = {}) => (await list(input)).orders.map(({ orderId }) => orderId);

describe('an order', () => {
	test('is kept with its decision, and shown with a masked name', async () => {
		const orderId = await door.order({ decisionNumber: '12/QĐ-UBND', contact: '024 3845 1234' });

		const { steps: _steps, tests: _tests, others: _others, ...order } = await get(orderId);

		expect(order).toEqual({
			...{ orderId, areaId: door.areas.baDinh.areaId, areaName: door.areas.baDinh.fullName, kind: 'home' },
			...{ disease: 'covid-19, F1', decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: '12/QĐ-UBND' },
			...{ contact: '024 3845 1234', fromOn: '2026-11-24', untilOn: '2026-11-26', person: door.person.personId },
			...{ maskedName: expect.stringMatching(/^NGUYỄN THỊ \*\*\*/), state: 'in-force', issuedAt: at('08:00:00') },
			...{ isHold: false, holdsUntil: '2026-11-26T17:00:00.000Z' },
		});
		expect((await list()).orders.find((one) => one.orderId === orderId)).toEqual(order);
	});

	test('issued again by the same decision is the same order, and a new one once it was ended', async () => {
		const input = door.orderOf(door.person.personId);
		const issue = () => call(door.platform, issueOrder, door.callers.ward, input);
		const first = await issue();

		expect(await issue()).toEqual({ orderId: first.orderId, wasIssued: true });
		await call(door.platform, endOrder, door.callers.ward, { orderId: first.orderId, reason });
		expect(await issue()).toMatchObject({ wasIssued: false });
	});

	test('that is ended or over cannot be ended', async () => {
		const orderId = await door.order();
		const end = () => call(door.platform, endOrder, door.callers.ward, { orderId, reason });
		await end();

		await expect(end()).rejects.toMatchObject({ code: 'already-ended' });
		expect(await get(orderId)).toMatchObject({ state: 'over', endedAt: at('08:00:00'), endedReason: reason });
		const other = await door.order({ untilOn: '2026-11-24' });
		await moveTo(door.platform, '2026-11-25T00:00:00+07:00');
		await expect(call(door.platform, endOrder, door.callers.ward, { orderId: other, reason })).rejects.toMatchObject({
			code: 'already-ended',
		});
	});

	test('that is ended before it began never holds', async () => {
		const orderId = await door.order({ fromOn: '2026-11-25' });
		expect(await get(orderId)).toMatchObject({ state: 'coming' });

		await call(door.platform, endOrder, door.callers.ward, { orderId, reason });

		await moveTo(door.platform, '2026-11-25T08:00:00+07:00');
		expect(await door.verdictOf()).toBe('green');
	});

	test.each([
		['began more than sixty days ago', { fromOn: '2026-09-24' }, 'fromOn'],
		['begins more than thirty days ahead', { fromOn: '2026-12-25', untilOn: '2026-12-31' }, 'fromOn'],
		['ends before it begins', { fromOn: '2026-11-26', untilOn: '2026-11-25' }, 'untilOn'],
		['was over yesterday', { fromOn: '2026-11-20', untilOn: '2026-11-23' }, 'untilOn'],
		['lasts longer than a year', { untilOn: '2027-11-26' }, 'untilOn'],
		['is of no day', { fromOn: '2026-11-31' }, 'fromOn'],
	])('that %s is refused', async (_what, change, field) => {
		await expect(door.order(change)).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
	});

	test.each([
		[{ fromOn: '2026-09-25' }],
		[{ fromOn: '2026-12-24', untilOn: '2026-12-24' }],
		[{ untilOn: '2026-11-24' }],
		[{ untilOn: '2027-11-25' }],
	])('at the edge of what can be is taken: %o', async (change) => {
		await expect(door.order(change)).resolves.toBeTruthy();
	});

	test('is of somebody there is, for a purpose', async () => {
		const { ward } = door.callers;

		await expect(door.order({}, ward, '4611686018427387903')).rejects.toMatchObject({ code: 'person-not-found' });
		await expect(door.order({ purpose: '' })).rejects.toMatchObject({ options: { field: 'purpose' } });
	});
});

describe('the list of orders', () => {
	test('has those in force, or those that are over, or those of a day in Viet Nam', async () => {
		const holding = await door.order({ untilOn: '2026-11-25' });
		const ended = await door.order();
		door.setClock('23:59:59');
		await call(door.platform, endOrder, door.callers.ward, { orderId: ended, reason });
		const coming = await door.order({ fromOn: '2026-11-26' });
		const which = async (input: object) => {
			const ids = await idsOf(input);
			return [holding, ended, coming].map((id) => ids.includes(id));
		};

		expect(await which({})).toEqual([true, false, true]);
		expect(await which({ state: 'over' })).toEqual([false, true, false]);
		expect(await which({ state: 'all' })).toEqual([true, true, true]);
		expect(await which({ day: '2026-11-23' })).toEqual([false, false, false]);
		expect(await which({ day: '2026-11-24' })).toEqual([true, true, false]);
		expect(await which({ day: '2026-11-25' })).toEqual([true, false, false]);
		expect(await which({ day: '2026-11-26' })).toEqual([false, false, true]);
		expect(await which({ day: '2026-11-24', state: 'over' })).toEqual([false, true, false]);
	});

	test('comes page by page, each order once', async () => {
		const all = await idsOf({ state: 'all' });

		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await list({ state: 'all', limit: 3, ...(cursor ? { cursor } : {}) });
			seen.push(...page.orders.map(({ orderId }) => orderId));
			cursor = page.nextCursor;
		} while (cursor);

		expect(all.length).toBeGreaterThan(6);
		expect(seen).toEqual(all);
	});
});

describe('the person', () => {
	test('reads on their own phone what is ordered of them, until when and whom to call', async () => {
		await door.order({ contact: '024 3845 1234' });
		await door.cordon({ from: at('08:00:00'), until: at('08:01:00') });

		const mine = await call(door.platform, listMine, await door.person.caller(), {});

		const person = door.person.personId;
		expect(mine.orders).toMatchObject([
			{ person, untilOn: '2026-11-26', contact: '024 3845 1234', isInForce: true, kind: 'home' },
		]);
		expect(mine.cordons).toEqual([{ person, areaName: door.areas.baDinh.fullName, until: at('08:01:00') }]);
		expect(await call(door.platform, listMine, await door.controller.caller(), {})).toEqual({
			orders: [],
			cordons: [],
		});
		await expect(call(door.platform, listMine, door.callers.ward, {})).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('reads who issued it, looked at it and ended it, and why', async () => {
		const orderId = await door.order();
		await get(orderId);
		await list();
		await call(door.platform, endOrder, door.callers.ward, { orderId, reason });

		const { looks } = await call(door.platform, listMyLooks, await door.person.caller(), {});

		expect(looks.map((look) => look.what.vi).sort()).toEqual(
			[
				'Ra lệnh cách ly đối với bạn',
				'Xem lệnh cách ly của bạn (tên được che)',
				'Xem danh sách có lệnh cách ly của bạn (tên được che)',
				'Kết thúc lệnh cách ly của bạn',
			].sort(),
		);
		expect(looks.map((look) => look.purpose)).toEqual(expect.arrayContaining([purpose, reason]));
	});
});
