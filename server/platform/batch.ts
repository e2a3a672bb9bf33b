import type { Answer, Call } from './operation.ts';
import { Problem } from './problem.ts';

interface Waiting {
	call: Call<never>;
	keys: readonly string[];
	resolve(output: unknown): void;
	reject(error: unknown): void;
}

type RunBatch = (calls: Call<never>[]) => Promise<Answer<unknown>[]>;

const inFlightMax = 3;
/** Rows rather than calls: a call that brings fifty counts fifty. */
const rowsMax = 1_000;
const waitingMax = 20_000;

/**
 * Gathers calls and writes them together. There is no timer: while a few commits are in flight, calls queue, and the
 * queue is the next batch. Under light load a call goes alone and at once; under heavy load one commit carries
 * hundreds. Each caller is answered after the commit that holds its rows.
 */
export class Batcher {
	readonly #run: RunBatch;
	#waiting: Waiting[] = [];
	readonly #keysInFlight = new Set<string>();
	#inFlight = 0;
	#scheduled = false;

	constructor(run: RunBatch) {
		this.#run = run;
	}

	/** Throws `busy` when more wait than can be answered in good time; the caller should come back a second later. */
	add(call: Call<never>, keys: readonly string[]): Promise<unknown> {
		if (this.#waiting.length >= waitingMax) return Promise.reject(new Problem('busy', { retryAfterSeconds: 1 }));
		return new Promise((resolve, reject) => {
			this.#waiting.push({ call, keys, resolve, reject });
			this.#schedule();
		});
	}

	#schedule(): void {
		if (this.#scheduled || this.#inFlight >= inFlightMax || !this.#waiting.length) return;
		this.#scheduled = true;
		// One turn of the event loop, so that all requests that have arrived together go together.
		setImmediate(() => {
			this.#scheduled = false;
			void this.#flush();
		});
	}

	async #flush(): Promise<void> {
		const batch = this.#take();
		if (!batch.length) return;
		this.#inFlight++;
		for (const { keys } of batch) for (const key of keys) this.#keysInFlight.add(key);
		this.#schedule();
		await this.#write(batch);
		for (const { keys } of batch) for (const key of keys) this.#keysInFlight.delete(key);
		this.#inFlight--;
		this.#schedule();
	}

	/** The next calls, except those about somebody who is in a batch under way and whatever follows about the same one. */
	#take(): Waiting[] {
		const batch: Waiting[] = [];
		const heldBack: Waiting[] = [];
		const heldKeys = new Set<string>();
		let rows = 0;
		let taken = 0;
		for (const waiting of this.#waiting) {
			if (rows >= rowsMax) break;
			taken++;
			if (waiting.keys.some((key) => this.#keysInFlight.has(key) || heldKeys.has(key))) {
				for (const key of waiting.keys) heldKeys.add(key);
				heldBack.push(waiting);
			} else {
				batch.push(waiting);
				rows += waiting.keys.length;
			}
		}
		this.#waiting = heldBack.concat(this.#waiting.slice(taken));
		return batch;
	}

	/** A batch that fails as a whole is halved until the call at fault stands alone: it must not fail the others. */
	async #write(batch: Waiting[]): Promise<void> {
		try {
			const answers = await this.#run(batch.map(({ call }) => call));
			batch.forEach(({ resolve, reject }, index) => {
				const answer = answers[index]!;
				if ('problem' in answer) reject(answer.problem);
				else resolve(answer.output);
			});
		} catch (error) {
			if (batch.length === 1 || error instanceof Problem) for (const { reject } of batch) reject(error);
			else {
				const middle = batch.length >> 1;
				await this.#write(batch.slice(0, middle));
				await this.#write(batch.slice(middle));
			}
		}
	}
}
