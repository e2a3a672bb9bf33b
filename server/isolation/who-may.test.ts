import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	countSightings,
	endOrder,
	getOrder,
	handleSighting,
	issueOrder,
	listMine,
	listOrders,
	listSightings,
	revealPerson,
} from '#isolation';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { addDeclared } from '#test/people';
import { openRestrictions, purpose, type Restrictions } from '#test/restrictions';

let door: Restrictions;

beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(() => door.nextPerson());

/** Somebody's order of Ba Đình, and where they were seen. */
async function orderSeen() {
	const orderId = await door.order({}, door.callers.country);
	await door.goIn();
	const { sightings } = await call(door.platform, listSightings, door.callers.country, { limit: 100 });
	return { orderId, sightingId: sightings.find((one) => one.person === door.person.personId)!.sightingId };
}

type Role = keyof Restrictions['callers'] | 'controller' | 'themself';
const callerOf = async (who: Role): Promise<Caller> =>
	who === 'controller'
		? door.controller.caller()
		: who === 'themself'
			? door.person.caller()
			: door.callers[who as keyof Restrictions['callers']];

const attempts: Record<string, (caller: Caller) => Promise<unknown>> = {
	'issue-order': (caller) => call(door.platform, issueOrder, caller, door.orderOf(door.person.personId)),
	'get-order': async (caller) => call(door.platform, getOrder, caller, { orderId: (await orderSeen()).orderId }),
	'end-order': async (caller) =>
		call(door.platform, endOrder, caller, { orderId: (await orderSeen()).orderId, reason: purpose }),
	'handle-sighting': async (caller) =>
		call(door.platform, handleSighting, caller, { sightingId: (await orderSeen()).sightingId, note: 'Đã gọi' }),
	'reveal-person': async (caller) =>
		call(door.platform, revealPerson, caller, { sightingId: (await orderSeen()).sightingId, purpose }),
};

describe.each(Object.entries(attempts))('of a person and an order of Ba Đình, %s', (_name, attempt) => {
	test.each(['ward', 'province', 'country'] as const)('the officer of the %s may', async (who) => {
		await expect(attempt(await callerOf(who))).resolves.toBeTruthy();
	});

	test.each(['nextDoor', 'elsewhere', 'analyst', 'administrator', 'controller', 'themself'] as const)(
		'%s may not',
		async (who) => {
			await expect(attempt(await callerOf(who))).rejects.toMatchObject({ code: 'not-allowed' });
		},
	);

	test('nobody signed in may not', async () => {
		await expect(attempt(door.callers.anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
	});
});

test('the officer of a commune may not see or end an order its province manages', async () => {
	const orderId = await door.order({ areaId: door.areas.haNoi.areaId }, door.callers.province);
	const { ward } = door.callers;

	await expect(call(door.platform, getOrder, ward, { orderId })).rejects.toMatchObject({ code: 'not-allowed' });
	await expect(call(door.platform, endOrder, ward, { orderId, reason: purpose })).rejects.toMatchObject({
		code: 'not-allowed',
	});
});

test('an order is issued by who manages it though the person lives elsewhere, or where the person lives', async () => {
	const neighbour = (await addDeclared(door.platform, door.newPhone(), { commune: '00070' })).personId;

	await expect(door.order({}, door.callers.ward, neighbour)).resolves.toBeTruthy();
	await expect(door.order({}, door.callers.nextDoor, neighbour)).resolves.toBeTruthy();
	await expect(door.order({}, door.callers.elsewhere, neighbour)).rejects.toMatchObject({ code: 'not-allowed' });
});

test('the lists hold what is within reach and nothing else', async () => {
	const { orderId, sightingId } = await orderSeen();
	const { platform, callers } = door;
	const sees = async (caller: Caller) => [
		(await call(platform, listOrders, caller, { limit: 100 })).orders.some((one) => one.orderId === orderId),
		(await call(platform, listSightings, caller, { limit: 100 })).sightings.some(
			(one) => one.sightingId === sightingId,
		),
		(await call(platform, countSightings, caller, {})).open > 0,
	];

	for (const caller of [callers.ward, callers.province, callers.country])
		expect(await sees(caller)).toEqual([true, true, true]);
	for (const caller of [callers.nextDoor, callers.elsewhere]) expect(await sees(caller)).toEqual([false, false, false]);
});

test.each([
	['list-orders', (caller: Caller) => call(door.platform, listOrders, caller, {})],
	['list-sightings', (caller: Caller) => call(door.platform, listSightings, caller, {})],
	['count-sightings', (caller: Caller) => call(door.platform, countSightings, caller, {})],
])('nobody but officers may %s', async (_name, attempt) => {
	for (const who of ['analyst', 'administrator', 'controller', 'themself'] as const)
		await expect(attempt(await callerOf(who))).rejects.toMatchObject({ code: 'not-allowed' });
	await expect(attempt(door.callers.anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('what is ordered of oneself is read only by somebody signed in by phone', async () => {
	await expect(call(door.platform, listMine, door.callers.anybody, {})).rejects.toMatchObject({
		code: 'not-signed-in',
	});
});

test('an order or a sighting that does not exist is refused as one out of reach', async () => {
	const none = '4611686018427387903';
	const { platform, callers } = door;

	for (const attempt of [
		() => call(platform, getOrder, callers.ward, { orderId: none }),
		() => call(platform, endOrder, callers.ward, { orderId: none, reason: purpose }),
		() => call(platform, handleSighting, callers.ward, { sightingId: none, note: 'Đã gọi' }),
		() => call(platform, revealPerson, callers.ward, { sightingId: none, purpose }),
	])
		await expect(attempt()).rejects.toMatchObject({ code: 'not-allowed' });
	await expect(call(platform, getOrder, callers.country, { orderId: none })).rejects.toMatchObject({
		code: 'not-found',
	});
});
