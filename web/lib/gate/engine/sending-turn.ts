import type { Store } from './store.ts';

const name = 'vaora-gate-sending';
/** A page that was closed while sending is not waited for longer. */
const leaseMilliseconds = 60_000;

/**
 * Runs `send` unless another tab or the worker of this device is sending; says whether it was its turn. By the browser's
 * locks, and where it has none by a lease in the store, renewed by nobody: the server merges what is sent twice.
 */
export async function inTurn(store: Store, send: () => Promise<void>, at: number): Promise<boolean> {
	const locks = globalThis.navigator?.locks;
	if (!locks) return withLease(store, send, at);
	return locks.request(name, { ifAvailable: true }, async (lock) => {
		if (lock) await send();
		return lock !== null;
	});
}

async function withLease(store: Store, send: () => Promise<void>, at: number): Promise<boolean> {
	const holder = crypto.randomUUID();
	if (!(await takeLease(store, holder, at))) return false;
	try {
		await send();
	} finally {
		const giving = store.transaction('kept', 'readwrite');
		const held = (await giving.store.get('lease')) as { holder: string } | undefined;
		if (held?.holder === holder) await giving.store.delete('lease');
		await giving.done;
	}
	return true;
}

async function takeLease(store: Store, holder: string, at: number): Promise<boolean> {
	const taking = store.transaction('kept', 'readwrite');
	const held = (await taking.store.get('lease')) as { until: number } | undefined;
	// A clock that was set back must not leave the queue to nobody.
	const isHeld = held !== undefined && held.until > at && held.until - at <= leaseMilliseconds;
	if (!isHeld) await taking.store.put({ holder, until: at + leaseMilliseconds }, 'lease');
	await taking.done;
	return !isHeld;
}
