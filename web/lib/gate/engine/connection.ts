import type { GateScan } from '#shared/gate/scan';
import type { Text } from '#shared/language';
import { GateFault } from '#web/gate/gate.ts';
import { type Ask, ServerFault } from './ask-server.ts';
import { type CardAnswer, type DeviceOperations, deviceOperations, saysRevoked } from './device-operations.ts';
import { type HeldBundle, readHeld, takeBundle } from './hold-bundle.ts';
import type { KnownTime } from './known-time.ts';
import { Link } from './link.ts';
import { countWaiting, refuseWaiting } from './queue.ts';
import { sendQueue } from './send-queue.ts';
import { inTurn } from './sending-turn.ts';
import { keep, type Pairing, readKept, type Store } from './store.ts';

/** What a gate's device stands on; a test brings its own. */
export interface Ground {
	store: Store;
	ask: Ask;
	time: KnownTime;
	/** Whether there is a network at all. */
	isConnected(): boolean;
	/** 0 to 1. */
	random(): number;
	version: string;
	battery?(): Promise<number | undefined>;
	/** A newer version of all this, where one has come. */
	newVersion?: { readonly isReady: boolean; load(): Promise<void> };
}

const refreshEvery = 5 * 60_000;

/** A device's conversation with its server: pairing, what waits on the device, and the bundle it decides by. */
export class Connection {
	readonly #ground: Ground;
	readonly #link = new Link();
	#pairing: Pairing | undefined;
	#held: HeldBundle | undefined;
	#lastSyncAt: Date | undefined;
	#inside: number | undefined;
	#refreshedAt = Number.NEGATIVE_INFINITY;
	#bundleTrouble: Text | undefined;
	#underWay: Promise<void> | undefined;

	private constructor(ground: Ground) {
		this.#ground = ground;
	}

	static async open(ground: Ground): Promise<Connection> {
		const connection = new Connection(ground);
		connection.#pairing = await readKept(ground.store, 'pairing');
		connection.#held = connection.#pairing && (await readHeld(ground.store));
		const lastSyncAt = await readKept(ground.store, 'lastSyncAt');
		connection.#lastSyncAt = lastSyncAt === undefined ? undefined : new Date(lastSyncAt);
		return connection;
	}

	get pairing(): 'none' | 'paired' | 'revoked' {
		if (this.#pairing?.isOver === 'revoked') return 'revoked';
		return this.#pairing && !this.#pairing.isOver ? 'paired' : 'none';
	}

	get held(): HeldBundle | undefined {
		return this.pairing === 'none' ? undefined : this.#held;
	}

	get lastSyncAt(): Date | undefined {
		return this.#lastSyncAt;
	}

	get isOnline(): boolean {
		return this.#ground.isConnected() && this.#link.isUp;
	}

	/** What the server counts inside, as it last said. */
	get inside(): number | undefined {
		return this.#inside;
	}

	get trouble(): Text | undefined {
		if (this.pairing === 'revoked') return revokedWords;
		return this.#link.trouble ?? this.#bundleTrouble;
	}

	/** Becomes the device a code names. What still waits from another gate is listed, since it is not of this one. */
	async pair(code: string, name: string): Promise<void> {
		const { store } = this.#ground;
		const before = await readKept(store, 'pairing');
		const pairing = await this.#operations().pair(code, name);
		if (before && (before.place !== pairing.place || before.gate !== pairing.gate))
			await refuseWaiting(store, otherGateWords);
		await keep(store, 'pairing', pairing);
		this.#pairing = pairing;
		this.#held = undefined;
		this.#refreshedAt = Number.NEGATIVE_INFINITY;
		await this.sync({ isUrgent: true });
	}

	/**
	 * Sends what waits and, when it is due, fetches a new bundle; only one tab of a device does at once. What goes wrong is
	 * told in `trouble` and tried again later; `isUrgent` is for who asks now.
	 */
	sync({ isUrgent = false, heldFrom }: { isUrgent?: boolean; heldFrom?: number | undefined } = {}): Promise<void> {
		if (this.pairing !== 'paired' || !this.#ground.isConnected()) return Promise.resolve();
		if (!this.#link.mayTry(this.#ground.time.reading().elapsed, isUrgent)) return Promise.resolve();
		this.#underWay ??= this.#sync(isUrgent, heldFrom).finally(() => (this.#underWay = undefined));
		return this.#underWay;
	}

	async #sync(isUrgent: boolean, heldFrom: number | undefined): Promise<void> {
		const { store, time } = this.#ground;
		await this.#trying(() =>
			inTurn(
				store,
				async () => {
					// Another tab may have changed it.
					this.#pairing = await readKept(store, 'pairing');
					await sendQueue({ store, record: (scans) => this.#record(scans), heldFrom });
					const elapsed = time.reading().elapsed;
					if (isUrgent || !this.#held || elapsed - this.#refreshedAt >= refreshEvery) await this.#refresh();
				},
				time.reading().device,
			),
		);
	}

	async #record(scans: readonly GateScan[]) {
		const { time, store } = this.#ground;
		const asked = time.reading();
		const { now, answers, inside } = await this.#operations().record(await this.#status(), scans);
		await time.hear(asked, now);
		if (inside !== undefined) this.#inside = inside;
		this.#lastSyncAt = time.now();
		await keep(store, 'lastSyncAt', this.#lastSyncAt.getTime());
		return answers;
	}

	async #refresh(): Promise<void> {
		const { time, store } = this.#ground;
		const asked = time.reading();
		const { now, bundle: signed, inside } = await this.#operations().getBundle(await this.#status());
		await time.hear(asked, now);
		this.#inside = inside;
		this.#lastSyncAt = time.now();
		await keep(store, 'lastSyncAt', this.#lastSyncAt.getTime());
		this.#refreshedAt = time.reading().elapsed;
		try {
			const taken = await takeBundle(store, { signed, pairing: this.#pairing!, held: this.#held?.bundle });
			this.#held = taken.held;
			this.#pairing = taken.pairing;
			this.#bundleTrouble = undefined;
		} catch (error) {
			if (!(error instanceof GateFault)) throw error;
			this.#bundleTrouble = error.words;
		}
	}

	/** What the server says of a card; undefined when it cannot be asked, and the device decides alone. */
	async lookUp(sealed: string): Promise<CardAnswer | undefined> {
		return this.#askAtDoor((operations) => operations.lookUp(sealed));
	}

	/** Whether a certificate was taken back; undefined without a network. */
	async isRevoked(certificateId: string): Promise<boolean | undefined> {
		return (await this.#askAtDoor((operations) => operations.checkCertificate(certificateId)))?.isRevoked;
	}

	async #askAtDoor<Output>(work: (operations: DeviceOperations) => Promise<Output>): Promise<Output | undefined> {
		if (this.pairing !== 'paired' || !this.isOnline) return undefined;
		try {
			return await work(this.#operations());
		} catch (error) {
			if (!(error instanceof ServerFault)) throw error;
			// Without a network nobody at the door waits for it twice; another refusal is about this card alone.
			if (saysRevoked(error) || error.status === undefined) await this.#note(error);
			return undefined;
		}
	}

	/** An operation that needs the network. Throws a `GateFault` in words. */
	async ask<Output>(operation: string, input: object): Promise<Output> {
		if (this.pairing === 'revoked') throw new GateFault(revokedWords, { code: 'device-revoked' });
		try {
			return await this.#ground.ask<Output>(operation, input, { token: this.#pairing?.token });
		} catch (error) {
			if (saysRevoked(error)) await this.#end('revoked');
			throw error;
		}
	}

	/** Forgets the pairing. What could not be sent stays, for when the device is paired with its gate again. */
	async leave(): Promise<void> {
		await this.sync({ isUrgent: true });
		if (this.pairing === 'paired') await this.#end('left');
		this.#held = undefined;
	}

	async #end(isOver: 'left' | 'revoked'): Promise<void> {
		if (!this.#pairing) return;
		// Token and bundle are of no more use, and what is of no use is not kept.
		this.#pairing = { ...this.#pairing, token: '', isOver };
		await keep(this.#ground.store, 'pairing', this.#pairing);
		await this.#ground.store.delete('kept', 'bundle');
		for (const name of ['lastGroup', 'gathered'] as const) await this.#ground.store.delete('kept', name);
	}

	/** What goes wrong on the way is for later, and nothing to throw at the guard. */
	async #trying(attempt: () => Promise<unknown>): Promise<void> {
		try {
			await attempt();
			this.#link.worked();
		} catch (error) {
			if (!(error instanceof ServerFault)) throw error;
			await this.#note(error);
		}
	}

	async #note(fault: ServerFault): Promise<void> {
		if (saysRevoked(fault)) await this.#end('revoked');
		else this.#link.failed(fault, this.#ground.time.reading().elapsed, this.#ground.random());
	}

	#operations(): DeviceOperations {
		return deviceOperations(this.#ground.ask, this.#pairing?.token);
	}

	async #status() {
		const { store, time, version, battery } = this.#ground;
		const [queued, charge] = await Promise.all([countWaiting(store), battery?.()]);
		return {
			clock: time.deviceNow().toISOString(),
			queued,
			version,
			...(charge === undefined ? {} : { battery: charge }),
			...(this.#held ? { bundle: this.#held.bundle.issuedAt } : {}),
		};
	}
}

const revokedWords: Text = {
	vi: 'Máy này không còn được dùng ở cổng. Những lượt chưa gửi vẫn giữ trong máy; hãy báo người quản lý ghép lại máy.',
	en: 'This device may no longer be used at the gate. What was not sent stays on it; ask the manager to pair it again.',
};

const otherGateWords: Text = {
	vi: 'Lượt của cổng cũ, chưa gửi được trước khi máy chuyển sang cổng khác',
	en: 'Of the gate before: not sent when this device moved to another one',
};
