import { expect } from 'vitest';
import type { GateBundle } from '#shared/gate/bundle';
import type { DeviceStatus, GateScan } from '#shared/gate/scan';
import { type Ask, ServerFault } from '#web/gate/engine/ask-server.ts';
import { GateEngine } from '#web/gate/engine/gate-engine.ts';
import { KnownTime } from '#web/gate/engine/known-time.ts';
import { openStore } from '#web/gate/engine/store.ts';
import type { PersonReading } from '#web/gate/gate.ts';
import { Installation } from './gate-device.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const start = new Date('2026-11-25T06:00:00+07:00');
export const installation = await Installation.make();

/** The world around one device: the server's clock and its own, the network, and what the server has taken. */
export class Surroundings {
	readonly #name = `gate-${crypto.randomUUID()}`;
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

	/** The page is opened: again, on the same device, when there was one before. */
	async open(): Promise<GateEngine> {
		const store = await openStore(this.#name);
		this.elapsed = 0;
		const readClock = () => ({ device: this.serverNow + this.wrong, elapsed: this.elapsed });
		const time = await KnownTime.open(store, readClock);
		const isConnected = () => this.isConnected;
		return GateEngine.open({ store, time, ask: this.ask, isConnected, random: () => 0, version: 'test' });
	}

	async openPaired(): Promise<GateEngine> {
		const gate = await this.open();
		await gate.pair('K7QF2M9X', 'Máy cổng trước');
		return gate;
	}

	/** A green code, issued now for three days. */
	codeOf(personId: string): Promise<string> {
		const at = { issuedAt: new Date(this.serverNow), expiresAt: new Date(this.serverNow + 72 * hour) };
		return installation.code({ personId, kind: 'static', level: 'green', ...at });
	}

	async scan(gate: GateEngine, personId: string, direction: 'in' | 'out' = 'in'): Promise<void> {
		const reading = await gate.read(await this.codeOf(personId), 'camera', direction);
		await gate.record({ direction, people: [{ reading: reading as PersonReading }] });
	}
}

/** Whom scans of signed codes are about. */
export const personsOf = (scans: readonly GateScan[]) =>
	scans.map(({ who }) => (who.kind === 'code' ? who.person : ''));
