import type { ScannedPerson } from '#shared/gate/scan';
import { sealCard } from '#shared/gate/sealed-card';
import type { Text } from '#shared/language';
import { type Action, type Gate, GateFault, type GateState, type Gathered, type Reading } from '#web/gate/gate.ts';
import { Connection, type Ground } from './connection.ts';
import { keepGathered, readGathered } from './gathered.ts';
import { ageOf } from './hold-bundle.ts';
import { passGroup, readLastGroup, scannedOf } from './last-group.ts';
import { Presence } from './presence.ts';
import { append, countGoneIn, countWaiting, dismissRefused, listRefused, takeBack } from './queue.ts';
import { readPerson, type Scanned } from './read-person.ts';
import { toScans } from './to-scans.ts';

/** The last action stays on the device so long, for the guard to take it back. */
export const heldMilliseconds = 5_000;

/** Everything behind the screen of a gate, on whatever ground: `openGate` puts it on a browser's. */
export class GateEngine implements Gate {
	readonly #ground: Ground;
	readonly #connection: Connection;
	readonly #presence: Presence;
	readonly #watchers = new Set<(state: GateState) => void>();
	#state!: GateState;
	#last?: { orders: number[]; back: (() => Promise<void>)[]; heldUntil: number };

	private constructor(ground: Ground, connection: Connection, presence: Presence) {
		this.#ground = ground;
		this.#connection = connection;
		this.#presence = presence;
	}

	static async open(ground: Ground): Promise<GateEngine> {
		const at = ground.time.deviceNow().getTime();
		const presence = await Presence.open(ground.store, at);
		for (const { who, inside } of (await readLastGroup(ground.store, at))?.people ?? [])
			if (inside) presence.recall(scannedOf(who), inside);
		const engine = new GateEngine(ground, await Connection.open(ground), presence);
		await engine.refresh();
		return engine;
	}

	get state(): GateState {
		return this.#state;
	}

	watch(changed: (state: GateState) => void): () => void {
		this.#watchers.add(changed);
		return () => this.#watchers.delete(changed);
	}

	async pair(code: string, name: string): Promise<void> {
		await this.#connection.pair(code, name);
		await this.refresh();
	}

	async read(text: string, how: Scanned['how'], direction: Scanned['direction']): Promise<Reading> {
		const { held } = this.#connection;
		if (!held || this.#connection.pairing !== 'paired') return { kind: 'fault', words: notReady };
		const { time } = this.#ground;
		const reading = await readPerson(
			{ text, how, direction },
			{
				held,
				presence: this.#presence,
				now: time.now(),
				deviceNow: time.deviceNow(),
				inside: this.#state.inside,
				lookUp: (sealed) => this.#connection.lookUp(sealed),
				isRevoked: (certificateId) => this.#connection.isRevoked(certificateId),
				seal: (card) => sealCard(card, held.sealTo),
			},
		);
		// Looking a card up may have shown that the network is gone, or the device revoked.
		const { pairing, isOnline } = this.#connection;
		if (pairing !== this.#state.pairing || isOnline !== this.#state.isOnline) await this.refresh();
		return reading;
	}

	async record(action: Action): Promise<void> {
		if (this.#connection.pairing !== 'paired') throw new GateFault(notReady);
		const { store, time } = this.#ground;
		const at = time.deviceNow();
		const { isDegraded } = this.#state;
		const scans = toScans(action, { at, skewSeconds: time.correctionSeconds, isDegraded });
		const orders = await append(store, scans);
		const passed = scans.map(({ who }) => scannedOf(who));
		const back = [await this.#presence.pass(passed, action.direction, at.getTime())];
		if (action.isGroup) {
			const hashOf = (who: ScannedPerson) => this.#presence.hashOf(scannedOf(who));
			back.push(await passGroup(store, action, { at: at.getTime(), hashOf }));
		}
		this.#last = { orders, back, heldUntil: time.reading().elapsed + heldMilliseconds };
		await this.refresh();
	}

	async undo(): Promise<boolean> {
		const last = this.#last;
		this.#last = undefined;
		if (!last || !(await takeBack(this.#ground.store, last.orders))) return false;
		for (const takeBack of last.back) await takeBack();
		await this.refresh();
		return true;
	}

	sync(): Promise<void> {
		return this.#sync({ isUrgent: true });
	}

	/** To be called now and then, and whenever the network may be back: sends what is due. */
	attend(isUrgent = false): Promise<void> {
		const { elapsed } = this.#ground.time.reading();
		const isHeld = this.#last !== undefined && elapsed < this.#last.heldUntil;
		return this.#sync({ isUrgent, heldFrom: isHeld ? this.#last?.orders[0] : undefined });
	}

	async #sync(how: { isUrgent: boolean; heldFrom?: number | undefined }): Promise<void> {
		await this.#connection.sync(how);
		await this.refresh();
	}

	async ask<Output>(operation: string, input: object): Promise<Output> {
		try {
			return await this.#connection.ask<Output>(operation, input);
		} finally {
			await this.refresh();
		}
	}

	async gather(people: readonly Gathered[]): Promise<void> {
		const { store, time } = this.#ground;
		await keepGathered(store, people, time.deviceNow().getTime());
	}

	async dismiss(ids: readonly string[]): Promise<void> {
		await dismissRefused(this.#ground.store, ids);
		await this.refresh();
	}

	async update(): Promise<void> {
		await this.#ground.newVersion?.load();
	}

	async leave(): Promise<void> {
		await this.#connection.leave();
		await this.refresh();
	}

	/** Works out the state anew and tells who watches. */
	async refresh(): Promise<void> {
		const { store, time } = this.#ground;
		const at = time.deviceNow().getTime();
		const [queued, goneIn, refused, counted, lastGroup, gathered] = await Promise.all([
			countWaiting(store),
			countGoneIn(store),
			listRefused(store),
			this.#presence.count(),
			readLastGroup(store, at),
			readGathered(store, at),
		]);
		const { pairing, held, lastSyncAt, isOnline, inside, trouble } = this.#connection;
		const age = held && ageOf(held.bundle, time.now());
		this.#state = {
			pairing,
			...(held ? { bundle: held.bundle } : {}),
			bundleAgeMinutes: age?.minutes ?? 0,
			isDegraded: age?.isTooOld ?? false,
			isOnline,
			queued,
			...(lastSyncAt ? { lastSyncAt } : {}),
			skewSeconds: time.skewSeconds,
			inside: inside === undefined ? counted : Math.max(0, inside + goneIn),
			gathered,
			lastGroup: lastGroup?.people.map(({ who }) => who) ?? [],
			isUpdateReady: this.#ground.newVersion?.isReady ?? false,
			refused: refused.map(({ scan, words }) => ({ id: scan.id, at: scan.at, direction: scan.direction, words })),
			...(trouble ? { trouble } : time.isSetBack ? { trouble: setBack } : {}),
		};
		for (const changed of this.#watchers) changed(this.#state);
	}
}

const notReady: Text = {
	vi: 'Máy chưa sẵn sàng. Hãy ghép máy với cổng và nối mạng một lần.',
	en: 'This device is not ready. Pair it with its gate, with a network, once.',
};

const setBack: Text = {
	vi: 'Đồng hồ của máy đã bị chỉnh lùi. Máy vẫn dùng giờ đúng nhất nó biết; hãy nối mạng để lấy lại giờ.',
	en: 'This device’s clock was set back. It goes on by the best time it knows; go online to put it right.',
};
