import { sendTag, takeOver } from './between-tabs.ts';

/** Registers the worker that keeps the gate's pages on the device, and tells when a newer one waits. */
export class NewVersion {
	#registration: ServiceWorkerRegistration | undefined;
	readonly #changed: () => void;

	constructor(changed: () => void) {
		this.#changed = changed;
	}

	/** A browser without service workers, or a private window, still works as long as the page is open. */
	async register(): Promise<void> {
		const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
		if (!container) return;
		try {
			const registration = await container.register('/service-worker.js', { scope: '/gate', type: 'module' });
			this.#registration = registration;
			registration.addEventListener('updatefound', () => {
				registration.installing?.addEventListener('statechange', this.#changed);
			});
			this.#changed();
		} catch {
			return;
		}
	}

	/** Whether one waits for the one in use to let go; the first of all waits for nothing. */
	get isReady(): boolean {
		return Boolean(this.#registration?.waiting && navigator.serviceWorker.controller);
	}

	/** Loads it. Nothing is lost: what waits to be sent is on the disk. */
	async load(): Promise<void> {
		const waiting = this.#registration?.waiting;
		if (!waiting) return;
		navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
		waiting.postMessage(takeOver);
	}

	/** Asks the server whether there is one. */
	async look(): Promise<void> {
		await this.#registration?.update().catch(() => {});
	}

	/** Has the browser wake the worker when the network is back, though the page be closed. */
	async wakeToSend(): Promise<void> {
		// Not in the types of any browser but Chromium's.
		const registration = this.#registration as { sync?: { register(tag: string): Promise<void> } } | undefined;
		await registration?.sync?.register(sendTag).catch(() => {});
	}
}
