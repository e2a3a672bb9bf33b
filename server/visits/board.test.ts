import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { listPassengers } from '#logbook';
import { registerPlace } from '#places';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { at, type Door, openDoor } from '#test/door';
import { addDeclared, type SignedIn, signIn } from '#test/people';
import { addTrip, cancelTrip } from '#trips';
import { checkIn, checkOut, recordBatch, rewriteDay } from '#visits';

let door: Door;
let owner: SignedIn;
let bus: string;
/** Leaves at 10, arrives at 12, with the seats 1A 1B 2A 2B. */
let trip: string;
beforeAll(async () => {
	door = await openDoor();
	owner = await signIn(door.platform, '+84904440099');
});
afterAll(() => door.platform.close());
beforeEach(async () => {
	door.setClock('08:00:00');
	bus = await addBus();
	trip = await addDeparture('10:00', '12:00');
	door.setClock('09:30:00');
});

async function addBus(): Promise<string> {
	const { areaId: area } = (await findAreaByCode(door.platform.db, 'commune', '00004', '2026-11-24'))!;
	const input = { name: 'Xe khách 29B-123.45', type: 'bus', area, registrantName: 'Phạm Văn Hùng' };
	return (await call(door.platform, registerPlace, await owner.caller(), input)).placeId;
}

async function addDeparture(departs: string, arrives: string, place = bus): Promise<string> {
	const times = { departsAt: at(`${departs}:00`), arrivesAt: at(`${arrives}:00`) };
	const input = { place, route: 'Hà Nội – Hải Phòng', ...times, seats: { rows: 2, letters: 'AB' } };
	return (await call(door.platform, addTrip, await owner.caller(), input)).trips[0]!;
}

async function addPassenger() {
	const now = door.platform.clock.now();
	door.setClock('08:00:00');
	const passenger = await addDeclared(door.platform, door.newPhone());
	door.platform.clock.set(now.toISOString());
	return passenger;
}
type Passenger = Awaited<ReturnType<typeof addPassenger>>;

const board = async (who: Passenger, change: object = {}, operation = checkIn) =>
	call(door.platform, operation, await who.caller(), {
		id: newUuid(),
		place: bus,
		person: who.personId,
		trip,
		...change,
	});
const boardingsOf = ({ personId }: Passenger) =>
	door.platform.db.rows(sql`select trip_id, seat from visits.visit where person_id = ${personId} order by entered_at`);

describe('whoever boards', () => {
	test('is kept with the trip and the seat, however it is written', async () => {
		const passenger = await addPassenger();

		expect(await board(passenger, { seat: ' 1 a' })).toMatchObject({ verdict: 'green', reasons: [] });

		expect(await boardingsOf(passenger)).toEqual([{ trip_id: trip, seat: '1A' }]);
	});

	test('in a seat somebody has is let in and told', async () => {
		await board(await addPassenger(), { seat: '1A' });

		const second = await board(await addPassenger(), { seat: '1A' });
		const third = await board(await addPassenger(), { seat: '1B' });

		expect(second).toMatchObject({
			verdict: 'amber',
			reasons: [{ code: 'seat-taken', vi: 'Ghế này đã có người khác' }],
		});
		expect(third).toMatchObject({ verdict: 'green' });
	});

	test('in a seat whose passenger has left may have it, and so may the same person again', async () => {
		const first = await addPassenger();
		await board(first, { seat: '1A' });
		door.setClock('09:40:00');
		expect(await board(first, { seat: '1A' })).toMatchObject({ verdict: 'green', isRepeat: true });
		await board(first, { trip: undefined }, checkOut);
		door.setClock('09:45:00');

		expect(await board(await addPassenger(), { seat: '1A' })).toMatchObject({ verdict: 'green' });
	});

	test('for the way back is on another trip, though the usual stay of the first lasts', async () => {
		const back = await addDeparture('10:30', '12:30');
		const passenger = await addPassenger();
		await board(passenger);
		door.setClock('10:15:00');

		expect(await board(passenger, { trip: back })).toMatchObject({ isRepeat: false });

		expect(await boardingsOf(passenger)).toEqual([
			{ trip_id: trip, seat: null },
			{ trip_id: back, seat: null },
		]);
	});

	test('a vehicle without departures may still say the seat', async () => {
		const passenger = await addPassenger();
		await board(passenger, { place: await addBus(), trip: undefined, seat: 'toa 3-12' });

		expect(await boardingsOf(passenger)).toEqual([{ trip_id: null, seat: 'TOA3-12' }]);
	});

	test('no vehicle names no trip', async () => {
		await board(door.person, { trip: undefined, place: door.place });
		expect((await boardingsOf(door.person as Passenger)).at(-1)).toEqual({ trip_id: null, seat: null });
	});
});

describe('is told to choose anew, and nothing is kept, when', () => {
	test.each([
		['a minute too early', '06:59:00', true],
		['as boarding begins', '07:00:00', false],
		['a minute before arrival', '11:59:00', false],
		['on arrival', '12:00:00', true],
	])('the trip does not board: %s', async (_what, clock, isRefused) => {
		const passenger = await addPassenger();
		door.setClock(clock);
		const answer = board(passenger);

		if (isRefused)
			await expect(answer).rejects.toMatchObject({ code: 'trip-not-boarding', options: { field: 'trip' } });
		else expect(await answer).toMatchObject({ isRepeat: false });
		expect(await boardingsOf(passenger)).toHaveLength(isRefused ? 0 : 1);
	});

	test('the trip was cancelled', async () => {
		await call(door.platform, cancelTrip, await owner.caller(), { place: bus, trip });
		await expect(board(await addPassenger())).rejects.toMatchObject({ code: 'trip-not-boarding' });
	});

	test('the trip is another vehicle’s', async () => {
		const other = await addDeparture('10:00', '12:00', await addBus());
		await expect(board(await addPassenger(), { trip: other })).rejects.toMatchObject({ code: 'trip-not-boarding' });
	});

	test.each(['3A', '=1', ' '])('the seat %j is none of its plan', async (seat) => {
		const passenger = await addPassenger();
		await expect(board(passenger, { seat })).rejects.toMatchObject({
			code: 'seat-unknown',
			options: { field: 'seat' },
		});
		expect(await boardingsOf(passenger)).toEqual([]);
	});
});

describe('a gate’s device', () => {
	const tell = async (who: Passenger, change: object) => {
		const event = {
			id: newUuid(),
			direction: 'in' as const,
			person: who.personId,
			at: at('09:00:00'),
			trip,
			...change,
		};
		const input = { place: bus, events: [event] };
		return (await call(door.platform, recordBatch, await owner.caller(), input)).answers[0];
	};

	test('that was offline keeps the trip that boarded then, though it was cancelled since', async () => {
		door.setClock('09:01:00');
		await call(door.platform, cancelTrip, await owner.caller(), { place: bus, trip });
		door.setClock('15:00:00');
		const passenger = await addPassenger();

		await tell(passenger, { seat: '2B' });

		expect(await boardingsOf(passenger)).toEqual([{ trip_id: trip, seat: '2B' }]);
	});

	test.each([
		['a trip that did not board', { at: at('06:00:00') }, [{ trip_id: null, seat: null }]],
		['a seat that is none', { seat: '9Z' }, undefined],
	])('never loses a visit for %s', async (_what, change, kept) => {
		door.setClock('15:00:00');
		const passenger = await addPassenger();

		expect(await tell(passenger, change)).not.toHaveProperty('problem');

		expect(await boardingsOf(passenger)).toEqual(kept ?? [{ trip_id: trip, seat: null }]);
	});

	test('never loses a visit either that it tells at once', async () => {
		await call(door.platform, cancelTrip, await owner.caller(), { place: bus, trip });
		const passenger = await addPassenger();

		expect(await tell(passenger, { at: at('09:30:00') })).not.toHaveProperty('problem');

		expect(await boardingsOf(passenger)).toEqual([{ trip_id: null, seat: null }]);
	});

	test('is told of a seat that two of those it sends together took', async () => {
		const [one, two] = [await addPassenger(), await addPassenger()];
		const event = (who: Passenger) => ({
			id: newUuid(),
			direction: 'in' as const,
			person: who.personId,
			trip,
			seat: '1A',
		});
		const input = { place: bus, events: [event(one), event(two)] };

		const { answers } = await call(door.platform, recordBatch, await owner.caller(), input);

		expect(answers).toMatchObject([{ verdict: 'green' }, { verdict: 'amber', reasons: [{ code: 'seat-taken' }] }]);
	});
});

test('the passengers of a trip are listed with their seats, masked, those of another trip are not', async () => {
	const [one, two] = [await addPassenger(), await addPassenger()];
	await board(one, { seat: '1A' });
	await board(two, { trip: await addDeparture('10:30', '12:30') });
	const list = async (id: string) =>
		call(door.platform, listPassengers, await owner.caller(), { place: bus, trip: id });

	expect(await list(trip)).toMatchObject({
		...{ isWhole: true, trip: { tripId: trip, seats: ['1A', '1B', '2A', '2B'] } },
		passengers: [{ person: one.personId, seat: '1A', maskedName: expect.stringContaining('***') }],
	});
	await expect(list('1')).rejects.toMatchObject({ code: 'trip-not-found' });
});

test('trip and seat outlive the nightly rewrite of the day', async () => {
	const passenger = await addPassenger();
	await board(passenger, { seat: '2A' });

	await rewriteDay(door.platform.db, '2026-11-24', door.platform.clock.now());

	expect(await boardingsOf(passenger)).toEqual([{ trip_id: trip, seat: '2A' }]);
});
