import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	exportLog,
	listInside,
	listLog,
	listNotLeft,
	listPassengers,
	listToday,
	planExport,
	searchLog,
} from '#logbook';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { type Door, openDoor } from '#test/door';
import { addCafe, addDeclared, administrator, anybody, signIn, staff } from '#test/people';
import { checkIn, checkOut, closeNotLeft, recordBatch } from '#visits';

let door: Door;

beforeAll(async () => {
	door = await openDoor();
});
afterAll(() => door.platform.close());
beforeEach(() => door.nextPerson());

const day = '2026-11-24';
const stretch = { from: `${day}T00:00:00+07:00`, until: `${day}T09:00:00+07:00`, format: 'csv' as const };

/** What a place's managers may do and its controllers may not. */
function managersOnly(): [string, (caller: Caller) => Promise<unknown>][] {
	return [
		['list-log', (caller) => call(door.platform, listLog, caller, { place: door.place })],
		['search-log', (caller) => call(door.platform, searchLog, caller, { place: door.place, name: 'Trần' })],
		['list-passengers', (caller) => call(door.platform, listPassengers, caller, { place: door.place, trip: '1' })],
		[
			'plan-export',
			(caller) => call(door.platform, planExport, caller, { place: door.place, firstDay: day, lastDay: day }),
		],
		['export-log', (caller) => call(door.platform, exportLog, caller, { place: door.place, ...stretch })],
	];
}

test.each(managersOnly())('a controller of the place may not call %s', async (_name, attempt) => {
	await expect(attempt(await door.controller.caller())).rejects.toMatchObject({ code: 'not-allowed' });
});

test('a controller may list who has not left, and close them', async () => {
	const { platform, place } = door;
	await door.goIn();
	door.setClock('08:01:00');

	expect(await call(platform, listNotLeft, await door.controller.caller(), { place })).toMatchObject({ total: 1 });
	expect(await call(platform, closeNotLeft, await door.controller.caller(), { place, at: 'now' })).toEqual({
		closed: 1,
	});
});

describe('somebody who has no right to', () => {
	const attempts: [string, (caller: Caller) => Promise<unknown>][] = [
		['check-in', (caller) => call(door.platform, checkIn, caller, door.told())],
		['check-out', (caller) => call(door.platform, checkOut, caller, door.told())],
		[
			'record-batch',
			(caller) =>
				call(door.platform, recordBatch, caller, {
					place: door.place,
					events: [{ id: newUuid(), direction: 'in', person: door.person.personId }],
				}),
		],
		['list-today', (caller) => call(door.platform, listToday, caller, { place: door.place })],
		['list-inside', (caller) => call(door.platform, listInside, caller, { place: door.place })],
		['list-not-left', (caller) => call(door.platform, listNotLeft, caller, { place: door.place })],
		['close-not-left', (caller) => call(door.platform, closeNotLeft, caller, { place: door.place, at: 'now' })],
		...managersOnly(),
	];

	test.each(attempts)('may not call %s', async (_name, attempt) => {
		const stranger = await addDeclared(door.platform, door.newPhone());
		const strangeManager = await signIn(door.platform, door.newPhone());
		await addCafe(door.platform, strangeManager);

		for (const caller of [
			await stranger.caller(),
			await strangeManager.caller(),
			administrator,
			staff('CDC', { name: 'health-officer' }),
		])
			await expect(attempt(caller)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(attempt(anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
		expect(await door.visits()).toEqual([]);
	});
});
