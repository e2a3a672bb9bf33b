import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change, list, pair, resolveDevice, revoke, startPairing } from '#devices';
import { listInside } from '#logbook';
import { addGate, closeGate, closePlace } from '#places';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { at, type Door, openDoor } from '#test/door';
import { pairDevice } from '#test/gate';
import { addCafe, administrator, anybody, as, signIn, staff } from '#test/people';

let door: Door;

beforeAll(async () => {
	door = await openDoor();
});
afterAll(() => door.platform.close());

const start = async (gate = 1) =>
	call(door.platform, startPairing, await door.manager.caller(), { place: door.place, gate });
const from = (address: string) => as({ kind: 'anyone' }, address);
const pairWith = (code: string, caller = anybody) => call(door.platform, pair, caller, { code, name: 'Máy cổng sau' });
const listed = async () =>
	(await call(door.platform, list, await door.manager.caller(), { place: door.place })).devices;

describe('a pairing code', () => {
	test('makes a phone the device of a gate, with a credential that lies nowhere in clear', async () => {
		const { letters, url, gateName } = await start();

		const paired = await pairWith(letters.toLowerCase().replaceAll('-', ' '));

		expect(url).toBe(`${door.platform.config.origin}/gate#pair=${letters.replaceAll('-', '')}`);
		expect(gateName).toBe('Cổng 1');
		expect(await resolveDevice(door.platform, paired.token)).toEqual({
			...{ kind: 'device', id: paired.device, place: door.place, gate: 1 },
			roles: [{ name: 'controller', place: door.place }],
		});
		const stored = await door.platform.db.rows(sql`select row_to_json(d)::text as text from devices.device d
			union all select row_to_json(p)::text from devices.pairing p`);
		expect(JSON.stringify(stored)).not.toContain(paired.token);
		expect(JSON.stringify(stored)).not.toContain(letters.replaceAll('-', ''));
	});

	test('works once, and only one of many at the same moment', async () => {
		const { letters } = await start();

		const tries = await Promise.allSettled(
			Array.from({ length: 10 }, (_none, index) => pairWith(letters, from(`10.0.0.${index}`))),
		);

		expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await expect(pairWith(letters, from('10.0.1.1'))).rejects.toMatchObject({ code: 'pairing-code-over' });
	});

	test('is good for ten minutes and not a second longer', async () => {
		const [first, second] = [await start(), await start()];

		door.setClock('08:09:59');
		await expect(pairWith(first.letters, from('10.0.2.1'))).resolves.toMatchObject({ place: door.place });
		door.setClock('08:10:00');
		await expect(pairWith(second.letters, from('10.0.2.1'))).rejects.toMatchObject({ code: 'pairing-code-over' });
		door.setClock('08:00:00');
	});

	test.each(['', 'K7QF2M9X', 'K7QF-2M9X-5', '000000000', '…'])('%s is none', async (code) => {
		await expect(pairWith(code, from('10.0.3.1'))).rejects.toMatchObject({ code: 'pairing-code-wrong' });
	});

	test('is not found by trying: after twenty tries an address must wait', async () => {
		for (let tries = 0; tries < 20; tries++)
			await expect(pairWith('K7QF2M9X4', from('10.0.4.1'))).rejects.toMatchObject({ code: 'pairing-code-wrong' });

		await expect(pairWith('K7QF2M9X4', from('10.0.4.1'))).rejects.toMatchObject({ code: 'too-many-requests' });
	});

	test('is not made for a gate that is closed, and does not pair once its gate has closed', async () => {
		const manager = await door.manager.caller();
		const { gate } = await call(door.platform, addGate, manager, { place: door.place, name: 'Cổng sau' });
		const { letters } = await start(gate);
		await call(door.platform, closeGate, manager, { place: door.place, gate });

		await expect(start(gate)).rejects.toMatchObject({ code: 'not-found' });
		await expect(pairWith(letters, from('10.0.5.1'))).rejects.toMatchObject({ code: 'pairing-code-over' });
	});

	test('of a place that closed meanwhile pairs nothing', async () => {
		const manager = await signIn(door.platform, door.newPhone());
		const { placeId: place } = await addCafe(door.platform, manager);
		const { letters } = await call(door.platform, startPairing, await manager.caller(), { place, gate: 1 });
		await call(door.platform, closePlace, await manager.caller(), { place });

		await expect(pairWith(letters, from('10.0.6.1'))).rejects.toMatchObject({ code: 'place-not-found' });
	});
});

describe('a device', () => {
	test('acts for its place as a controller, and in the log as itself', async () => {
		const device = await pairDevice(door);

		const inside = await call(door.platform, listInside, await device.caller(), { place: door.place });

		expect(inside).toMatchObject({ visits: [] });
		await expect(
			call(door.platform, listInside, await device.caller(), { place: door.elsewhere }),
		).rejects.toMatchObject({ code: 'not-allowed' });
		const entries = await door.platform.db.rows(sql<{ actor_kind: string; outcome: string }>`
			select actor_kind, outcome from audit.entry where actor_id = ${device.device} order by at, outcome`);
		expect(entries.map((entry) => `${entry.actor_kind} ${entry.outcome}`).sort()).toEqual([
			'device done',
			'device refused',
		]);
	});

	test('that is revoked is told so, at once', async () => {
		const device = await pairDevice(door);
		await device.caller();

		await call(door.platform, revoke, await door.manager.caller(), { place: door.place, device: device.device });

		await expect(device.caller()).rejects.toMatchObject({ code: 'device-revoked', status: 401 });
		expect((await listed()).find((one) => one.device === device.device)?.revokedAt).toBe(at('08:00:00'));
	});

	test('is renamed and moved to another gate', async () => {
		const device = await pairDevice(door);
		const manager = await door.manager.caller();
		const { gate } = await call(door.platform, addGate, manager, { place: door.place, name: 'Cổng bên' });
		const moved = { place: door.place, device: device.device, name: '  Máy   cổng bên ', gate };

		await call(door.platform, change, manager, moved);

		expect((await device.caller()).actor).toMatchObject({ gate });
		expect((await listed()).find((one) => one.device === device.device)).toMatchObject({ name: 'Máy cổng bên', gate });
		for (const wrong of [{ gate: 99 }, { name: ' ' }, { name: 'x'.repeat(61) }])
			await expect(call(door.platform, change, manager, { ...moved, ...wrong })).rejects.toMatchObject({
				code: expect.stringMatching(/not-found|invalid-input/),
			});
	});

	test('nobody ever paired stands for nobody', async () => {
		expect(await resolveDevice(door.platform, `vg_${'x'.repeat(43)}`)).toBeUndefined();
	});
});

describe('the devices of a place', () => {
	test('belong to its manager alone', async () => {
		const { device, caller } = await pairDevice(door);
		const other = await signIn(door.platform, door.newPhone());
		await addCafe(door.platform, other);
		const strangers = [
			await other.caller(),
			await door.controller.caller(),
			await door.person.caller(),
			await caller(),
			staff('CDC', { name: 'health-officer' }),
		];
		const input = { place: door.place };

		for (const stranger of strangers) {
			const refused = { code: 'not-allowed' };
			await expect(call(door.platform, list, stranger, input)).rejects.toMatchObject(refused);
			await expect(call(door.platform, startPairing, stranger, { ...input, gate: 1 })).rejects.toMatchObject(refused);
			await expect(call(door.platform, revoke, stranger, { ...input, device })).rejects.toMatchObject(refused);
			const named = { ...input, device, name: 'Máy khác', gate: 1 };
			await expect(call(door.platform, change, stranger, named)).rejects.toMatchObject(refused);
		}
		await expect(call(door.platform, list, anybody, input)).rejects.toMatchObject({ code: 'not-signed-in' });
		await expect(call(door.platform, list, administrator, input)).resolves.toBeTruthy();
	});

	test('are not revoked by the manager of another place, who names their own', async () => {
		const { device, caller } = await pairDevice(door);
		const other = await signIn(door.platform, door.newPhone());
		const { placeId } = await addCafe(door.platform, other);

		await expect(call(door.platform, revoke, await other.caller(), { place: placeId, device })).rejects.toMatchObject({
			code: 'not-found',
		});
		expect((await caller()).actor).toMatchObject({ id: device });
	});
});
