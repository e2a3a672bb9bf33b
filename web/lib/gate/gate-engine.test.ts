import { beforeEach, describe, expect, test } from 'vitest';
import type { GateBundle } from '#shared/gate/bundle';
import type { DeviceStatus, GateScan } from '#shared/gate/scan';
import { Installation, newSigningKey } from '#test/gate-device';
import { type Ask, ServerFault } from './ask-server.ts';
import { GateFault, type Reading } from './gate.ts';
import { GateEngine } from './gate-engine.ts';
import { KnownTime } from './known-time.ts';
import { openStore } from './store.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = new Date('2026-11-25T06:00:00+07:00');
const installation = await Installation.make();

/** The world around one device: the server's clock and its own, the network, and what the server has taken. */
class Surroundings {
	serverNow = start.getTime();
	/** How wrong the device's own clock is. */
	wrong = 0;
	elapsed = 0;
	isConnected = true;
	fault: ServerFault | undefined;
	bundle: Partial<GateBundle> = {};
	signed: string | undefined;
	readonly taken: { operation: string; status: DeviceStatus; scans: GateScan[] }[] = [];
	readonly asked: string[] = [];

	pass(milliseconds: number): void {
		this.serverNow += milliseconds;
		this.elapsed += milliseconds;
	}

	readonly ask: Ask = async <Output>(operation: string, input: object, how?: { token?: string | undefined }) => {
		this.asked.push(operation);
		if (!this.isConnected) throw new ServerFault({ vi: 'mất mạng', en: 'no network' });
		if (this.fault) throw this.fault;
		if (operation !== 'devices.pair') expect(how?.token).toBe('secret');
		return { now: new Date(this.serverNow).toISOString(), ...(await this.#answer(operation, input)) } as Output;
	};

	async #answer(operation: string, input: object): Promise<object> {
		switch (operation) {
			case 'devices.pair':
				return { device: '71', token: 'secret', place: '5', gate: 1, bundleKeys: installation.bundleKeys };
			case 'devices.get-bundle': {
				const bundle = installation.bundle(new Date(this.serverNow), this.bundle);
				return { bundle: this.signed ?? (await installation.sign(bundle)) };
			}
			default: {
				const { status, scans } = input as { status: DeviceStatus; scans: GateScan[] };
				this.taken.push({ operation, status, scans });
				return { answers: scans.map(() => ({})) };
			}
		}
	}
}

let world: Surroundings;
let name: string;

beforeEach(() => {
	world = new Surroundings();
	name = `gate-${crypto.randomUUID()}`;
});

/** The page is opened: again, on the same device, when there was one before. */
async function open(): Promise<GateEngine> {
	const store = await openStore(name);
	world.elapsed = 0;
	const readClock = () => ({ device: world.serverNow + world.wrong, elapsed: world.elapsed });
	const time = await KnownTime.open(store, readClock);
	const isConnected = () => world.isConnected;
	return GateEngine.open({ store, time, ask: world.ask, isConnected, random: () => 0, version: 'test' });
}

async function openPaired(): Promise<GateEngine> {
	const gate = await open();
	await gate.pair('K7QF2M9X', 'Máy cổng trước');
	return gate;
}

async function codeOf(personId: string): Promise<string> {
	const at = { issuedAt: new Date(world.serverNow), expiresAt: new Date(world.serverNow + 72 * hour) };
	return installation.code({ personId, kind: 'static', level: 'green', ...at });
}

async function scan(gate: GateEngine, personId: string, direction: 'in' | 'out' = 'in'): Promise<void> {
	const reading = await gate.read(await codeOf(personId), 'camera', direction);
	await gate.record({ direction, people: [{ reading: reading as Extract<Reading, { kind: 'person' }> }] });
}

const personsOf = (scans: readonly GateScan[]) => scans.map(({ who }) => (who.kind === 'code' ? who.person : ''));

describe('a device at a gate', () => {
	test('that is not paired reads nobody and says so', async () => {
		const gate = await open();

		expect(gate.state).toMatchObject({ pairing: 'none', queued: 0, isDegraded: false });
		expect(await gate.read(await codeOf('1'), 'camera', 'in')).toMatchObject({ kind: 'fault' });
	});

	test('is paired once and knows its place from then on', async () => {
		await openPaired();
		world.isConnected = false;

		const { state } = await open();

		expect(state).toMatchObject({ pairing: 'paired', bundleAgeMinutes: 0, isOnline: false });
		expect(state.bundle?.place.name).toBe('Trường Tiểu học Ba Đình');
	});

	test('keeps what it scans without a network, through a restart, and sends it in order with the times it happened', async () => {
		const gate = await openPaired();
		world.isConnected = false;
		for (const person of ['1', '2', '3']) {
			world.pass(minute);
			await scan(gate, person);
		}

		expect(gate.state).toMatchObject({ queued: 3, inside: 3 });
		const reopened = await open();
		expect(reopened.state.queued).toBe(3);
		world.pass(8 * hour);
		world.isConnected = true;
		await reopened.attend();

		expect(world.taken).toHaveLength(1);
		expect(personsOf(world.taken[0]!.scans)).toEqual(['1', '2', '3']);
		expect(world.taken[0]!.scans.map(({ at }) => Date.parse(at) - start.getTime())).toEqual([
			minute,
			2 * minute,
			3 * minute,
		]);
		expect(world.taken[0]!.status).toMatchObject({ queued: 3, version: 'test' });
		expect(reopened.state).toMatchObject({ queued: 0, lastSyncAt: new Date(world.serverNow) });
	});

	test('tells everybody who watches, until they stop', async () => {
		const gate = await openPaired();
		const queued: number[] = [];
		const stop = gate.watch((state) => queued.push(state.queued));
		world.isConnected = false;
		await scan(gate, '1');
		stop();
		await scan(gate, '2');

		expect(queued.at(-1)).toBe(1);
	});
});

describe('taking back the last action', () => {
	test('works for some seconds, even with a network', async () => {
		const gate = await openPaired();
		await scan(gate, '1');
		await gate.attend();

		expect(await gate.undo()).toBe(true);
		expect(gate.state).toMatchObject({ queued: 0, inside: 0 });
		world.pass(minute);
		await gate.attend();
		expect(world.taken).toEqual([]);
	});

	test('and no longer once it was sent', async () => {
		const gate = await openPaired();
		await scan(gate, '1');
		world.pass(6_000);
		await gate.attend();

		expect(await gate.undo()).toBe(false);
		expect(world.taken).toHaveLength(1);
	});

	test('makes the same person new again', async () => {
		const gate = await openPaired();
		await scan(gate, '1');
		await gate.undo();

		expect(await gate.read(await codeOf('1'), 'camera', 'in')).toMatchObject({ isRepeat: false });
	});
});

describe('a clock that is wrong', () => {
	test.each([
		['three hours slow', -3 * hour],
		['three hours fast', 3 * hour],
	])('by %s still reads codes rightly; the scan keeps the device’s own time', async (_how, wrong) => {
		world.wrong = wrong;
		const gate = await openPaired();
		await scan(gate, '1');
		world.pass(6_000);
		await gate.attend();

		const [{ scans, status } = { scans: [], status: undefined }] = world.taken;
		expect(gate.state.skewSeconds).toBe(-wrong / 1_000);
		expect(scans[0]!.at).toBe(new Date(start.getTime() + wrong).toISOString());
		expect(status?.clock).toBe(new Date(world.serverNow + wrong).toISOString());
	});

	test('and is put right before the device is online again: the scan brings the correction of its moment', async () => {
		world.wrong = -3 * hour;
		const gate = await openPaired();
		world.isConnected = false;
		await scan(gate, '1');
		world.wrong = 0;
		await scan(gate, '2');
		world.isConnected = true;
		await gate.sync();

		const [first, second] = world.taken[0]!.scans;
		expect(first).toMatchObject({ at: new Date(start.getTime() - 3 * hour).toISOString(), skewSeconds: 3 * 3_600 });
		expect(second!.at).toBe(start.toISOString());
		expect(second!.skewSeconds).toBeUndefined();
	});

	test('set back while the page is closed is noticed, and codes are still read', async () => {
		await openPaired();
		world.isConnected = false;
		world.wrong = -30 * 24 * hour;

		const gate = await open();

		expect(gate.state.trouble?.en).toContain('set back');
		expect(await gate.read(await codeOf('1'), 'camera', 'in')).toMatchObject({ verdict: 'green' });
	});
});

describe('the bundle', () => {
	test.each([
		[24 * hour, false],
		[24 * hour + minute, true],
	])('after %d ms without a network: degraded is %s', async (age, isDegraded) => {
		const gate = await openPaired();
		world.isConnected = false;
		world.pass(age);
		await gate.attend();

		expect(gate.state).toMatchObject({ isDegraded, bundleAgeMinutes: age / minute });
	});

	test('past its age is told with every scan', async () => {
		const gate = await openPaired();
		world.isConnected = false;
		world.pass(25 * hour);
		await gate.refresh();
		await scan(gate, '1');
		world.isConnected = true;
		await gate.sync();

		expect(world.taken[0]!.scans[0]).toMatchObject({ isDegraded: true });
		expect(gate.state.isDegraded).toBe(false);
	});

	test('is fetched anew every five minutes', async () => {
		const gate = await openPaired();
		for (let at = 0; at < 11; at++) {
			world.pass(minute);
			await gate.attend();
		}

		expect(world.asked.filter((operation) => operation === 'devices.get-bundle')).toHaveLength(3);
	});

	test('signed by somebody else is not taken, and the old one stays', async () => {
		const gate = await openPaired();
		const stranger = await newSigningKey();
		world.signed = await installation.sign(installation.bundle(new Date(world.serverNow + hour)), stranger);
		await gate.sync();

		expect(gate.state.trouble?.en).toContain('not signed rightly');
		expect(gate.state.bundle?.issuedAt).toBe(start.toISOString());
	});

	test('of another device, or an older one, is not taken', async () => {
		const gate = await openPaired();
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
		const gate = await openPaired();
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
		expect((await open()).state.bundle?.issuedAt).toBe(new Date(world.serverNow).toISOString());
	});
});

describe('a server that does not take it', () => {
	const busy = (retryAfterSeconds?: number) =>
		new ServerFault({ vi: 'bận', en: 'busy' }, { status: 503, code: 'busy', retryAfterSeconds });

	test('is left alone for as long as it asks, even by a guard who presses the button', async () => {
		const gate = await openPaired();
		await scan(gate, '1');
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
		const gate = await openPaired();
		await scan(gate, '1');
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
		const gate = await openPaired();
		await scan(gate, '1');
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
		const gate = await openPaired();
		await scan(gate, '1');
		await gate.leave();

		expect(world.taken).toHaveLength(1);
		expect(gate.state.bundle).toBeUndefined();
		expect((await open()).state).toMatchObject({ pairing: 'none', queued: 0 });
	});

	test('without a network keeps what waits, and sends it when the device is paired with that gate again', async () => {
		const gate = await openPaired();
		await scan(gate, '1');
		world.isConnected = false;
		await gate.leave();
		expect((await open()).state).toMatchObject({ pairing: 'none', queued: 1 });

		world.isConnected = true;
		await openPaired();

		expect(personsOf(world.taken[0]!.scans)).toEqual(['1']);
	});
});
