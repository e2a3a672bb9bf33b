import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requestCode } from '#identity';
import { call } from '#platform/call';
import { type Door, openDoor } from '#test/door';
import { declare } from '#test/people';
import { checkIn, checkInByPhone } from '#visits';

let door: Door;

beforeAll(async () => {
	door = await openDoor();
});
afterAll(() => door.platform.close());
beforeEach(() => door.nextPerson());

describe('somebody who comes with an ordinary phone', () => {
	const come = async (phone: string, change: object = {}, by = door.controller) => {
		const { challengeId } = await call(door.platform, requestCode, await by.caller(), { phone });
		const { person: _person, ...rest } = door.told();
		const input = {
			...rest,
			direction: 'in' as const,
			challenge: challengeId,
			code: door.platform.codeFor(phone),
			...change,
		};
		return call(door.platform, checkInByPhone, await by.caller(), input);
	};

	test('goes in by the code they read out', async () => {
		expect(await come(door.person.phone)).toMatchObject({ verdict: 'green', isRepeat: false });

		expect(await door.visits()).toMatchObject([{ noted_by: 1 }]);
	});

	test('is stopped with signs of disease, and let in by whoever watches the door, once', async () => {
		await declare(door.platform, door.person, { symptoms: ['fever', 'pneumonia'], 'symptoms-note': 'Sốt' });
		const stopped = await come(door.person.phone);
		const { id, place } = door.told();
		const input = { id, place, person: stopped.person, overrule: true };

		expect(stopped).toMatchObject({ verdict: 'red', person: door.person.personId, leftAt: stopped.enteredAt });
		door.setClock('08:01:00');
		for (const _again of [1, 2])
			expect((await call(door.platform, checkIn, await door.controller.caller(), input)).leftAt).toBeUndefined();

		expect((await door.visits()).map(({ left_at }) => left_at === null)).toEqual([false, true]);
		door.setClock('08:00:00');
	});

	test('is refused with a wrong code, and without a declaration', async () => {
		await expect(come(door.person.phone, { code: '12345' })).rejects.toMatchObject({ code: 'code-wrong' });
		await expect(come(door.newPhone())).rejects.toMatchObject({ code: 'declaration-missing' });
		expect(await door.visits()).toEqual([]);
	});

	test('is let in by nobody but a controller of the place', async () => {
		await expect(come(door.person.phone, {}, door.person)).rejects.toMatchObject({ code: 'not-allowed' });
	});
});
