import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { type Door, openDoor } from '#test/door';
import { addCafe, addDeclared, administrator, anybody, signIn, staff } from '#test/people';
import { checkIn, checkOut, listInside, listToday, recordBatch } from '#visits';

let door: Door;

beforeAll(async () => {
	door = await openDoor();
});
afterAll(() => door.platform.close());
beforeEach(() => door.nextPerson());

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
