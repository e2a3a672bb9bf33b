import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicKeyOf } from '#declarations';
import { getBundle, list } from '#devices';
import { call } from '#platform/call';
import { hashPerson } from '#shared/gate/bundle';
import { isRestricted, memberOf, revocationOf } from '#shared/gate/open-bundle';
import { at } from '#test/door';
import { type Gate, openGate, pairDevice } from '#test/gate';
import { anybody, staff } from '#test/people';
import { hashPeople } from './listed-people.ts';

let gate: Gate;

beforeAll(async () => {
	gate = await openGate();
});
afterAll(() => gate.platform.close());

describe('a device’s bundle', () => {
	test('holds the keys, the place and the device, signed and with its age', async () => {
		const key = await publicKeyOf(gate.platform);

		expect(await gate.bundle()).toEqual({
			format: 1,
			issuedAt: at('08:00:00'),
			hoursMax: 24,
			codeKeys: [key],
			bundleKeys: [key],
			sealTo: {
				keyId: expect.stringMatching(/^[0-9a-f]{16}$/),
				key: expect.not.objectContaining({ d: expect.anything() }),
			},
			device: { id: gate.device.device, name: 'Máy cổng trước', gate: 1 },
			place: {
				...{ id: gate.door.place, name: 'Cà phê Hồ Tây', typeName: { vi: 'Quán cà phê', en: 'Café' } },
				areaName: { vi: 'Phường Ba Đình, Thành phố Hà Nội', en: expect.any(String) },
				...{ isVehicle: false, gates: [{ gate: 1, name: 'Cổng 1' }], trips: [] },
			},
			salt: expect.stringMatching(/^[\w-]{22}$/),
			...{ restricted: '', revoked: [], members: [], trustList: [] },
		});
	});

	test('is each device’s own, and its salt the same for all of a day', async () => {
		const other = await pairDevice(gate.door, 'Máy cổng sau');

		const [one, another] = [await gate.bundle(), await gate.bundle(other)];

		expect(another.device.name).toBe('Máy cổng sau');
		expect(another.salt).toBe(one.salt);
		expect(another.sealTo).toEqual(one.sealTo);
	});

	test('is a sign of life, with what the device says of itself', async () => {
		const device = await pairDevice(gate.door, 'Máy ít người');
		const status = gate.status({ queued: 3, battery: 12.5 });

		await call(gate.platform, getBundle, await device.caller(), { status });

		const { devices } = await call(gate.platform, list, await gate.door.manager.caller(), { place: gate.door.place });
		expect(devices.find((one) => one.device === device.device)).toMatchObject({ queued: 3, battery: 13 });
	});

	test('is for devices only', async () => {
		for (const stranger of [
			await gate.door.controller.caller(),
			await gate.door.manager.caller(),
			staff('CDC', { name: 'health-officer' }),
		])
			await expect(call(gate.platform, getBundle, stranger, {})).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(call(gate.platform, getBundle, anybody, {})).rejects.toMatchObject({ code: 'not-signed-in' });
	});
});

test('the people of a bundle are found by whoever stands at the gate, and cannot be listed', async () => {
	const salt = Buffer.alloc(16, 7);
	const people = Array.from({ length: 300 }, (_none, index) => String(1_000_000 + index));
	const [before, validUntil] = [new Date(at('07:00:00')), new Date(at('09:00:00'))];
	const bundle = {
		...(await gate.bundle()),
		salt: salt.toString('base64url'),
		...hashPeople(salt, {
			restricted: people.slice(0, 100),
			revoked: people.slice(100, 200).map((personId) => ({ personId, before, cardsOnly: false })),
			members: new Map(people.slice(200).map((person) => [person, { level: 'amber', reasons: ['cough'], validUntil }])),
		}),
	};

	for (const [index, person] of people.entries()) {
		const hash = await hashPerson(bundle.salt, person);
		expect(isRestricted(bundle, hash)).toBe(index < 100);
		expect(revocationOf(bundle, hash)?.before).toBe(index >= 100 && index < 200 ? at('07:00:00') : undefined);
		expect(memberOf(bundle, hash)?.level).toBe(index < 200 ? undefined : 'amber');
	}
	for (const person of people) expect(JSON.stringify(bundle)).not.toContain(person);
	expect(JSON.stringify(bundle)).not.toContain('cough');
});
