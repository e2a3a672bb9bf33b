import { beforeEach, describe, expect, test } from 'vitest';
import { newSigningKey } from '#test/gate-device';
import { hour, installation, minute, personsOf, Surroundings, start } from '#test/gate-surroundings';
import { GateFault } from '#web/gate/gate.ts';
import { ServerFault } from './ask-server.ts';

let world: Surroundings;

beforeEach(() => {
	world = new Surroundings();
});

describe('the bundle', () => {
	test.each([
		[24 * hour, false],
		[24 * hour + minute, true],
	])('after %d ms without a network: degraded is %s', async (age, isDegraded) => {
		const gate = await world.openPaired();
		world.isConnected = false;
		world.pass(age);
		await gate.attend();

		expect(gate.state).toMatchObject({ isDegraded, bundleAgeMinutes: age / minute });
	});

	test('past its age is told with every scan', async () => {
		const gate = await world.openPaired();
		world.isConnected = false;
		world.pass(25 * hour);
		await gate.refresh();
		await world.scan(gate, '1');
		world.isConnected = true;
		await gate.sync();

		expect(world.taken[0]!.scans[0]).toMatchObject({ isDegraded: true });
		expect(gate.state.isDegraded).toBe(false);
	});

	test('is fetched anew every five minutes', async () => {
		const gate = await world.openPaired();
		for (let at = 0; at < 11; at++) {
			world.pass(minute);
			await gate.attend();
		}

		expect(world.asked.filter((operation) => operation === 'devices.get-bundle')).toHaveLength(3);
	});

	test('signed by somebody else is not taken, and the old one stays', async () => {
		const gate = await world.openPaired();
		const stranger = await newSigningKey();
		world.signed = await installation.sign(installation.bundle(new Date(world.serverNow + hour)), stranger);
		await gate.sync();

		expect(gate.state.trouble?.en).toContain('not signed rightly');
		expect(gate.state.bundle?.issuedAt).toBe(start.toISOString());
	});

	test('of another device, or an older one, is not taken', async () => {
		const gate = await world.openPaired();
		for (const bundle of [
			installation.bundle(new Date(world.serverNow + hour), { device: { id: '72', name: 'Máy khác', gate: 1 } }),
			installation.bundle(new Date(world.serverNow - 1)),
		]) {
			world.signed = await installation.sign(bundle);
			await gate.sync();
			expect(gate.state.bundle?.issuedAt).toBe(start.toISOString());
		}
	});

	test('hands over to the next key, and the key before it no longer holds', async () => {
		const gate = await world.openPaired();
		const next = await newSigningKey();
		world.bundle = { bundleKeys: [{ keyId: next.keyHex, key: next.jwk }] };
		world.pass(minute);
		await gate.sync();
		world.pass(minute);
		await gate.sync();
		const byOldKey = gate.state.bundle?.issuedAt;
		world.signed = await installation.sign(installation.bundle(new Date(world.serverNow), world.bundle), next);
		await gate.sync();

		expect(byOldKey).toBe(new Date(start.getTime() + minute).toISOString());
		expect(gate.state.bundle?.issuedAt).toBe(new Date(world.serverNow).toISOString());
		expect((await world.open()).state.bundle?.issuedAt).toBe(new Date(world.serverNow).toISOString());
	});
});

describe('a server that does not take it', () => {
	const busy = (retryAfterSeconds?: number) =>
		new ServerFault({ vi: 'bận', en: 'busy' }, { status: 503, code: 'busy', retryAfterSeconds });

	test('is left alone for as long as it asks, even by a guard who presses the button', async () => {
		const gate = await world.openPaired();
		await world.scan(gate, '1');
		world.fault = busy(60);
		await gate.sync();
		world.fault = undefined;
		const before = world.asked.length;
		world.pass(59_000);
		await gate.sync();
		expect(world.asked).toHaveLength(before);
		expect(gate.state).toMatchObject({ queued: 1, trouble: { en: 'busy' }, isOnline: true });

		world.pass(1_000);
		await gate.sync();

		expect(gate.state).toMatchObject({ queued: 0 });
		expect(gate.state.trouble).toBeUndefined();
	});

	test('that is out of reach is tried again sooner when somebody asks for it', async () => {
		const gate = await world.openPaired();
		await world.scan(gate, '1');
		world.fault = new ServerFault({ vi: 'không trả lời', en: 'no answer' });
		await gate.sync();
		world.fault = undefined;
		expect(gate.state.isOnline).toBe(false);
		await gate.attend();
		expect(gate.state.queued).toBe(1);

		await gate.sync();

		expect(gate.state).toMatchObject({ queued: 0, isOnline: true });
	});

	test('that has revoked the device is asked no more, and the queue stays', async () => {
		const gate = await world.openPaired();
		await world.scan(gate, '1');
		world.fault = new ServerFault({ vi: 'thu hồi', en: 'revoked' }, { status: 401, code: 'device-revoked' });
		await gate.sync();
		const before = world.asked.length;
		world.fault = undefined;
		world.pass(hour);
		await gate.sync();

		expect(world.asked).toHaveLength(before);
		expect(gate.state).toMatchObject({ pairing: 'revoked', queued: 1 });
		expect(gate.state.trouble?.vi).toContain('chưa gửi vẫn giữ');
		await expect(gate.ask('devices.look-up', {})).rejects.toThrow(GateFault);
	});
});

describe('leaving', () => {
	test('sends what waits first, and forgets the place', async () => {
		const gate = await world.openPaired();
		await world.scan(gate, '1');
		await gate.leave();

		expect(world.taken).toHaveLength(1);
		expect(gate.state.bundle).toBeUndefined();
		expect((await world.open()).state).toMatchObject({ pairing: 'none', queued: 0 });
	});

	test('without a network keeps what waits, and sends it when the device is paired with that gate again', async () => {
		const gate = await world.openPaired();
		await world.scan(gate, '1');
		world.isConnected = false;
		await gate.leave();
		expect((await world.open()).state).toMatchObject({ pairing: 'none', queued: 1 });

		world.isConnected = true;
		await world.openPaired();

		expect(personsOf(world.taken[0]!.scans)).toEqual(['1']);
	});
});
