import type { Actor } from './actor.ts';

const keptMilliseconds = 10_000;
const keptMax = 20_000;

/**
 * Who tokens stand for, kept for ten seconds: what changes takes hold at once in the process that is told by `forget`, and
 * within ten seconds in every other.
 */
export class KeptActors<Known extends Actor = Actor> {
	readonly #kept = new Map<string, { actor: Known; until: number }>();
	#forgotten = 0;

	/** Asks `find` where nothing is kept; what it does not find is not kept. */
	async resolve(token: string, find: () => Promise<Known | undefined>): Promise<Known | undefined> {
		const known = this.#kept.get(token);
		const now = performance.now();
		if (known && known.until > now) return known.actor;
		const forgotten = this.#forgotten;
		const actor = await find();
		if (this.#kept.size >= keptMax) for (const [oldest] of this.#kept) if (this.#kept.delete(oldest)) break;
		this.#kept.delete(token);
		// What was read before a change must not outlive it.
		if (actor && forgotten === this.#forgotten) this.#kept.set(token, { actor, until: now + keptMilliseconds });
		return actor;
	}

	/** Forgets an account, a staff member, a partner or a device, after anything about it has changed. */
	forget(id: string): void {
		this.#forgotten++;
		for (const [token, { actor }] of this.#kept) if ('id' in actor && actor.id === id) this.#kept.delete(token);
	}
}
