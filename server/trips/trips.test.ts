import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { closePlace, getPlaceForManager, registerPlace } from '#places';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { TestPlatform } from '#test/database';
import {
	addCafe,
	addControllerOf,
	administrator,
	anybody,
	openVaora,
	type SignedIn,
	signIn,
	staff,
} from '#test/people';
import { addTrip, addTrips, cancelTrip, listBoarding, listBoardingTrips, listTrips } from '#trips';

let platform: TestPlatform;
let owner: SignedIn;
let bus: string;
beforeAll(async () => {
	platform = await openVaora('2026-11-24T08:00:00+07:00');
	owner = await signIn(platform, '+84907770001');
	bus = await addBus();
});
afterAll(() => platform.close());

async function addBus(): Promise<string> {
	const { areaId: area } = (await findAreaByCode(platform.db, 'commune', '00004', '2026-11-24'))!;
	const input = { name: 'Xe khách 29B-123.45', type: 'bus', area, registrantName: 'Phạm Văn Hùng' };
	return (await call(platform, registerPlace, await owner.caller(), input)).placeId;
}

const at = (time: string) => `2026-11-${time}:00+07:00`;
const departure = (departs: string, change: object = {}) => ({
	...{ place: bus, route: 'Hà Nội – Hải Phòng', departsAt: at(departs) },
	...change,
});
const add = async (change: ReturnType<typeof departure>) => call(platform, addTrip, await owner.caller(), change);
const listed = async (day: string, place = bus) =>
	(await call(platform, listTrips, await owner.caller(), { place, day })).trips;

describe('a departure', () => {
	test('is listed on its day, with its seats in their order', async () => {
		await add(departure('25T10:00', { arrivesAt: at('25T12:00'), seats: { rows: 2, letters: 'ab' } }));

		expect(await listed('2026-11-25')).toMatchObject([
			{ route: 'Hà Nội – Hải Phòng', seats: ['1A', '1B', '2A', '2B'], isCancelled: false },
		]);
		expect(await listed('2026-11-24')).toEqual([]);
	});

	test('sent twice is one', async () => {
		expect((await add(departure('26T10:00'))).trips).toHaveLength(1);
		expect((await add(departure('26T10:00'))).trips).toHaveLength(0);
		expect(await listed('2026-11-26')).toHaveLength(1);
	});

	test('that was cancelled can be put on again', async () => {
		const [trip] = (await add(departure('27T10:00'))).trips;
		await call(platform, cancelTrip, await owner.caller(), { place: bus, trip: trip! });

		expect((await add(departure('27T10:00'))).trips).toHaveLength(1);
		expect((await listed('2026-11-27')).map((one) => one.isCancelled).sort()).toEqual([false, true]);
		const again = call(platform, cancelTrip, await owner.caller(), { place: bus, trip: trip! });
		await expect(again).rejects.toMatchObject({ code: 'trip-not-found' });
	});

	test.each([
		['without a route', departureOf('28T10:00', { route: ' ' }), 'route'],
		['more than a day ago', departureOf('23T07:59'), 'departsAt'],
		['that arrives as it leaves', departureOf('28T10:00', { arrivesAt: at('28T10:00') }), 'arrivesAt'],
		['that travels longer than three days', departureOf('25T10:00', { arrivesAt: at('28T10:01') }), 'arrivesAt'],
		['with a seat twice', departureOf('28T10:00', { seats: { names: ['1A', '1 a'] } }), 'seats'],
		['with too many seats', departureOf('28T10:00', { seats: { rows: 200, letters: 'ABCDE' } }), 'seats'],
	])('%s is refused', async (_what, change, field) => {
		await expect(add({ ...change, place: bus })).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
	});

	test('of a café there is none, nor of a bus out of use', async () => {
		const { placeId: place } = await addCafe(platform, owner);
		await expect(add({ ...departure('28T10:00'), place })).rejects.toMatchObject({ code: 'not-a-vehicle' });
		const old = await addBus();
		await call(platform, closePlace, await owner.caller(), { place: old });
		await expect(add({ ...departure('28T10:00'), place: old })).rejects.toMatchObject({ code: 'place-not-found' });
	});
});

function departureOf(departs: string, change: object = {}) {
	return { place: '', route: 'Hà Nội – Hải Phòng', departsAt: at(departs), ...change };
}

test('a timetable is the same time on each day, over the turn of the month, and is added once', async () => {
	const place = await addBus();
	const input = { ...departure('29T23:30', { arrivesAt: at('30T01:00') }), place, days: 3 };

	expect((await call(platform, addTrips, await owner.caller(), input)).trips).toHaveLength(3);
	expect((await call(platform, addTrips, await owner.caller(), { ...input, days: 4 })).trips).toHaveLength(1);

	const first = await listed('2026-12-01', place);
	expect(first.map(({ departsAt, arrivesAt }) => [departsAt, arrivesAt])).toEqual([
		['2026-12-01T16:30:00.000Z', '2026-12-01T18:00:00.000Z'],
	]);
	expect(await listed('2026-12-02', place)).toHaveLength(1);
	expect(await listed('2026-12-03', place)).toHaveLength(0);
});

test('a vehicle has 2,000 departures ahead and not one more', async () => {
	const place = await addBus();
	for (let hour = 0; hour < 24; hour++)
		for (const minute of ['00', '30']) {
			if (hour * 2 + Number(minute !== '00') >= 33) continue;
			const departs = `25T${String(hour).padStart(2, '0')}:${minute}`;
			await call(platform, addTrips, await owner.caller(), { ...departure(departs), place, days: 60 });
		}
	const more = (days: number) => ({ ...departure('25T23:30'), place, days });

	await expect(call(platform, addTrips, await owner.caller(), more(21))).rejects.toMatchObject({
		code: 'too-many-trips',
	});
	expect((await call(platform, addTrips, await owner.caller(), more(20))).trips).toHaveLength(20);
});

test('a gate’s device takes along what boards within a day; whoever stands at the door sees what boards now', async () => {
	const place = await addBus();
	const put = async (departs: string, arrives?: string) =>
		(await add({ ...departure(departs, arrives ? { arrivesAt: at(arrives) } : {}), place })).trips[0]!;
	await put('24T05:00', '24T08:00');
	const underWay = await put('24T06:30');
	const next = await put('24T08:30');
	const later = await put('24T11:01');
	const tomorrow = await put('25T11:00');
	await put('25T11:01');
	const cancelled = await put('24T09:00');
	await call(platform, cancelTrip, await owner.caller(), { place, trip: cancelled });
	const { gates } = await call(platform, getPlaceForManager, await owner.caller(), { place });

	const bundle = await listBoardingTrips(platform.db, place, platform.clock.now());
	const atDoor = await call(platform, listBoarding, anybody, { code: gates[0]!.code! });

	expect(bundle.map(({ id }) => id)).toEqual([underWay, next, later, tomorrow]);
	expect(bundle[1]).toEqual({
		id: next,
		route: 'Hà Nội – Hải Phòng',
		departsAt: '2026-11-24T01:30:00.000Z',
		seats: [],
	});
	expect(atDoor.trips.map(({ tripId }) => tripId)).toEqual([underWay, next]);
	expect(atDoor.likely).toBe(next);
});

test('a day with many departures comes page by page', async () => {
	const place = await addBus();
	for (let minutes = 0; minutes < 120; minutes++)
		await add({ ...departure(`25T${10 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`), place });
	const seen: string[] = [];
	let cursor: string | undefined;
	do {
		const input = { place, day: '2026-11-25', ...(cursor ? { cursor } : {}) };
		const page = await call(platform, listTrips, await owner.caller(), input);
		seen.push(...page.trips.map((one) => one.tripId));
		cursor = page.nextCursor;
	} while (cursor);

	expect(new Set(seen).size).toBe(120);
});

describe('only a manager of the vehicle', () => {
	const attempts: [string, (caller: Caller) => Promise<unknown>][] = [
		['adds a departure', (caller) => call(platform, addTrip, caller, departure('28T10:00'))],
		['adds a timetable', (caller) => call(platform, addTrips, caller, { ...departure('28T10:00'), days: 2 })],
		['cancels one', (caller) => call(platform, cancelTrip, caller, { place: bus, trip: '1' })],
		['lists them', (caller) => call(platform, listTrips, caller, { place: bus, day: '2026-11-25' })],
	];

	let stranger: SignedIn;
	let strangeManager: SignedIn;
	beforeAll(async () => {
		stranger = await signIn(platform, '+84907770004');
		strangeManager = await signIn(platform, '+84907770005');
		await addCafe(platform, strangeManager);
	});

	test.each(attempts)('%s', async (_what, attempt) => {
		for (const caller of [
			await stranger.caller(),
			await strangeManager.caller(),
			staff('CDC', { name: 'health-officer' }),
		])
			await expect(attempt(caller)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(attempt(anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
	});

	test('and the installation’s administrator; who attends it only sees them', async () => {
		const conductor = await addControllerOf(platform, owner, bus, '+84907770006');
		await call(platform, listTrips, await conductor.caller(), { place: bus, day: '2026-11-25' });
		await expect(call(platform, addTrip, await conductor.caller(), departure('28T10:00'))).rejects.toMatchObject({
			code: 'not-allowed',
		});
		expect((await call(platform, addTrip, administrator, departure('28T11:00'))).trips).toHaveLength(1);
	});
});
