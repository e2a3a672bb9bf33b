import type { Direction } from '#web/gate/gate.ts';
import { type Inside, keep, readKept, type Store } from './store.ts';

/** Whoever went in longer ago is gone, whether or not somebody noted it. */
const longestStay = 24 * 60 * 60_000;
/** The same person read again so soon is the same reading; where it would turn in into out, a little longer. */
const repeatWithin = { in: 10_000, out: 10_000, both: 30_000 };
/** Readings remembered: far more than a gate sees in half a minute. */
const mostReadings = 500;

/** Who passed this device lately. People stand in it as keyed hashes under a key that cannot leave the browser. */
export class Presence {
	readonly #store: Store;
	readonly #key: CryptoKey;
	/** Hashes of those who were read, by what stands for them in a scan. */
	readonly #hashes = new Map<string, string>();
	readonly #readings = new Map<string, { at: number; direction: Direction }>();

	private constructor(store: Store, key: CryptoKey) {
		this.#store = store;
		this.#key = key;
	}

	static async open(store: Store, at: number): Promise<Presence> {
		const key = (await readKept(store, 'ownKey')) ?? (await makeKey(store));
		const gone = store.transaction('inside', 'readwrite');
		for await (const cursor of gone.store) if (cursor.value.at < at - longestStay) await cursor.delete();
		return new Presence(store, key);
	}

	/**
	 * Notes that somebody was read. `person` is what their code or card says; `scanned` what stands for them in the scan.
	 * `both` is out for who is inside by this device; read again moments later, it is the same direction and a repeat.
	 */
	async read(
		person: string,
		scanned: string,
		asked: Direction | 'both',
		at: number,
	): Promise<{ direction: Direction; isRepeat: boolean }> {
		const who = await this.#hash(person);
		remember(this.#hashes, scanned, who);
		const last = this.#readings.get(who);
		const isSoon = last !== undefined && at - last.at < repeatWithin[asked] && at >= last.at;
		const isRepeat = isSoon && (asked === 'both' || asked === last.direction);
		if (isRepeat) return { direction: last.direction, isRepeat };
		const direction = asked === 'both' ? ((await this.#store.getKey('inside', who)) ? 'out' : 'in') : asked;
		remember(this.#readings, who, { at, direction });
		return { direction, isRepeat };
	}

	/** These people went through; gives what takes that back. */
	async pass(scanned: readonly string[], direction: Direction, at: number): Promise<() => Promise<void>> {
		const passed = scanned.flatMap((one) => this.#hashes.get(one) ?? []);
		const passing = this.#store.transaction('inside', 'readwrite');
		const before = await Promise.all(passed.map((who) => passing.store.get(who)));
		for (const who of passed)
			if (direction === 'in') void passing.store.put({ who, at });
			else void passing.store.delete(who);
		await passing.done;
		return () => this.#takeBack(passed, before);
	}

	async #takeBack(passed: readonly string[], before: readonly (Inside | undefined)[]): Promise<void> {
		const taking = this.#store.transaction('inside', 'readwrite');
		for (const [index, who] of passed.entries()) {
			const was = before[index];
			this.#readings.delete(who);
			if (was) void taking.store.put(was);
			else void taking.store.delete(who);
		}
		await taking.done;
	}

	/** The hash of somebody who was read, by what stands for them in a scan; `recall` brings it back after a restart. */
	hashOf(scanned: string): string | undefined {
		return this.#hashes.get(scanned);
	}

	recall(scanned: string, who: string): void {
		remember(this.#hashes, scanned, who);
	}

	count(): Promise<number> {
		return this.#store.count('inside');
	}

	async #hash(person: string): Promise<string> {
		const mac = await crypto.subtle.sign('HMAC', this.#key, new TextEncoder().encode(person));
		return btoa(String.fromCharCode(...new Uint8Array(mac, 0, 16)));
	}
}

async function makeKey(store: Store): Promise<CryptoKey> {
	const hmac: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256' };
	const key = await crypto.subtle.generateKey(hmac, false, ['sign']);
	await keep(store, 'ownKey', key);
	return key;
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
	map.delete(key);
	map.set(key, value);
	const [oldest] = map.keys();
	if (map.size > mostReadings && oldest !== undefined) map.delete(oldest);
}
