import type { Text } from '#shared/language';
import type { ServerFault } from './ask-server.ts';
import { waitAfter } from './backoff.ts';

/** How it goes between a device and its server: when to try again, and what to tell the guard. */
export class Link {
	#failures = 0;
	/** By the device's uptime, which nobody can set. */
	#waitsUntil = Number.NEGATIVE_INFINITY;
	/** The server itself asked to be left alone until then. */
	#isAsked = false;
	#words: Text | undefined;

	/** Why the last try failed. */
	get trouble(): Text | undefined {
		return this.#words;
	}

	/** Whether the last try got an answer. */
	get isUp(): boolean {
		return this.#failures === 0 || this.#isAsked;
	}

	/** Whether to try now. A guard who asks for it, or a network that came back, waits only where the server asked for it. */
	mayTry(elapsed: number, isUrgent: boolean): boolean {
		return elapsed >= this.#waitsUntil || (isUrgent && !this.#isAsked);
	}

	/** Milliseconds until the next try, where one is due. */
	waits(elapsed: number): number | undefined {
		return this.#failures ? Math.max(0, this.#waitsUntil - elapsed) : undefined;
	}

	worked(): void {
		this.#failures = 0;
		this.#isAsked = false;
		this.#waitsUntil = Number.NEGATIVE_INFINITY;
		this.#words = undefined;
	}

	failed(fault: ServerFault, elapsed: number, random: number): void {
		this.#failures++;
		this.#isAsked = fault.retryAfterSeconds !== undefined;
		this.#waitsUntil = elapsed + waitAfter(this.#failures, fault.retryAfterSeconds, random);
		this.#words = fault.words;
	}
}
