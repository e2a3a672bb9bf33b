import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requestCode } from '#identity';
import { call } from '#platform/call';
import { type Door, openDoor } from '#test/door';
import { checkInByPhone } from '#visits';

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

	test('is refused with a wrong code, and without a declaration', async () => {
		await expect(come(door.person.phone, { code: '12345' })).rejects.toMatchObject({ code: 'code-wrong' });
		await expect(come(door.newPhone())).rejects.toMatchObject({ code: 'declaration-missing' });
		expect(await door.visits()).toEqual([]);
	});

	test('is let in by nobody but a controller of the place', async () => {
		await expect(come(door.person.phone, {}, door.person)).rejects.toMatchObject({ code: 'not-allowed' });
	});
});
