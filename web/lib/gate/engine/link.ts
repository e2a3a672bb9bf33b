import type { Text } from '#shared/language';
import type { ServerFault } from './ask-server.ts';
import { waitAfter } from './backoff.ts';

/** How it goes between a device and its server: when to try again, and what to tell the guard. */
export class Link {
	#failures = 0;
	/** By the time since the page began, which nobody can set. */
	#waitsUntil = Number.NEGATIVE_INFINITY;
	#fault: ServerFault | undefined;

	/** Why the last try failed. */
	get trouble(): Text | undefined {
		return this.#fault?.words;
	}

	/** Whether the last try got an answer, if only a refusal. */
	get isUp(): boolean {
		return this.#fault === undefined || this.#fault.status !== undefined;
	}

	/** Whether to try now. A guard who asks for it, or a network that came back, waits only where the server asked for it. */
	mayTry(elapsed: number, isUrgent: boolean): boolean {
		return elapsed >= this.#waitsUntil || (isUrgent && this.#fault?.retryAfterSeconds === undefined);
	}

	worked(): void {
		this.#failures = 0;
		this.#fault = undefined;
		this.#waitsUntil = Number.NEGATIVE_INFINITY;
	}

	failed(fault: ServerFault, elapsed: number, random: number): void {
		this.#failures++;
		this.#fault = fault;
		this.#waitsUntil = elapsed + waitAfter(this.#failures, fault.retryAfterSeconds, random);
	}
}
