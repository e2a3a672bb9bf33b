import { type Clock, type ClockReading, correctedTime, hearServer, newClock, readClock } from './clock.ts';
import { keep, readKept, type Store } from './store.ts';

/** Kept no more often, except when the server was heard. */
const keepEvery = 60_000;
/** Seconds: clocks that differ by less are right, since sending takes as long. */
const rightWithin = 5;

/** This device's clock, what it knows of the server's, and both kept on the disk. */
export class KnownTime {
	readonly #store: Store;
	readonly #read: () => ClockReading;
	#clock: Clock;
	#keptAt = Number.NEGATIVE_INFINITY;

	private constructor(store: Store, read: () => ClockReading, clock: Clock) {
		this.#store = store;
		this.#read = read;
		this.#clock = clock;
	}

	static async open(store: Store, read: () => ClockReading): Promise<KnownTime> {
		const kept = await readKept(store, 'clock');
		// What was kept tells nothing of how long the page before this one has been gone.
		return new KnownTime(store, read, kept ? readClock({ ...kept, elapsed: undefined }, read()) : newClock(read()));
	}

	/** By the server's clock, as far as this device can tell. */
	now(): Date {
		return correctedTime(this.#tick());
	}

	/** By the device's own clock, right or wrong. */
	deviceNow(): Date {
		return new Date(this.#tick().device);
	}

	/** What the server's clock is ahead of this device's. */
	get skewSeconds(): number {
		return Math.round(this.#clock.skew / 1_000);
	}

	/** What the server is to add to the device's clock; undefined where only the server can tell. */
	get correctionSeconds(): number | undefined {
		if (this.#clock.jump) return undefined;
		return Math.abs(this.skewSeconds) <= rightWithin ? 0 : this.skewSeconds;
	}

	get isSetBack(): boolean {
		return this.#clock.jump === 'back';
	}

	reading(): ClockReading {
		return this.#read();
	}

	/** An answer said the server's time; `asked` is the reading before the question. */
	async hear(asked: ClockReading, serverNow: string): Promise<void> {
		this.#clock = hearServer(asked, this.#read(), new Date(serverNow));
		await this.#keep();
	}

	#tick(): Clock {
		const before = this.#clock;
		this.#clock = readClock(before, this.#read());
		const isDue = this.#clock.device - this.#keptAt >= keepEvery || this.#clock.jump !== before.jump;
		if (isDue) void this.#keep();
		return this.#clock;
	}

	#keep(): Promise<void> {
		this.#keptAt = this.#clock.device;
		return keep(this.#store, 'clock', this.#clock);
	}
}
