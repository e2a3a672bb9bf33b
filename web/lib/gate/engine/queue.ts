import type { GateScan } from '#shared/gate/scan';
import type { Text } from '#shared/language';
import type { RefusedScan, Store, WaitingScan } from './store.ts';

/** As many as one request takes. */
export const batchSize = 100;

/** Keeps scans behind those that wait; resolves, with their orders, when they are on the disk. */
export async function append(store: Store, scans: readonly GateScan[]): Promise<number[]> {
	const writing = store.transaction('queue', 'readwrite', { durability: 'strict' });
	const orders = await Promise.all(scans.map((scan) => writing.store.add({ scan } as WaitingScan)));
	await writing.done;
	return orders;
}

export const countWaiting = (store: Store): Promise<number> => store.count('queue');

/** How many more of those who wait went in than out. */
export async function countGoneIn(store: Store): Promise<number> {
	const [ins, outs] = await Promise.all([
		store.countFromIndex('queue', 'direction', 'in'),
		store.countFromIndex('queue', 'direction', 'out'),
	]);
	return ins - outs;
}

/**
 * The next to send: the oldest, and those behind it as long as they are of the same kind, which one operation takes. They
 * count as under way from now on. Scans from `heldFrom` on stay, for the guard to take back.
 */
export async function takeBatch(store: Store, heldFrom = Number.POSITIVE_INFINITY): Promise<WaitingScan[]> {
	const taking = store.transaction(['queue', 'kept'], 'readwrite', { durability: 'strict' });
	const oldest = await taking.objectStore('queue').getAll(IDBKeyRange.upperBound(heldFrom, true), batchSize);
	const kind = oldest[0]?.scan.who.kind;
	const other = oldest.findIndex(({ scan }) => scan.who.kind !== kind);
	const batch = other < 0 ? oldest : oldest.slice(0, other);
	const last = batch.at(-1);
	if (last) await taking.objectStore('kept').put(last.order, 'sending');
	await taking.done;
	return batch;
}

/** What the server has answered for good leaves the queue: stored, or refused and then listed. */
export async function settle(
	store: Store,
	stored: readonly WaitingScan[],
	refused: readonly RefusedScan[],
): Promise<void> {
	const settling = store.transaction(['queue', 'refused'], 'readwrite', { durability: 'strict' });
	const queue = settling.objectStore('queue');
	await Promise.all([
		...[...stored, ...refused].map(({ order }) => queue.delete(order)),
		...refused.map((scan) => settling.objectStore('refused').put(scan)),
		settling.done,
	]);
}

/** Takes scans back, all or none; says whether none of them was under way or gone. */
export async function takeBack(store: Store, orders: readonly number[]): Promise<boolean> {
	const taking = store.transaction(['queue', 'kept'], 'readwrite', { durability: 'strict' });
	const queue = taking.objectStore('queue');
	const sending = ((await taking.objectStore('kept').get('sending')) ?? 0) as number;
	const waiting = await Promise.all(orders.map((order) => queue.getKey(order)));
	const isInTime = orders.length > 0 && waiting.every((order) => order !== undefined && order > sending);
	if (isInTime) await Promise.all(orders.map((order) => queue.delete(order)));
	await taking.done;
	return isInTime;
}

const mostListed = 200;

/** Those the server refused, the newest first. */
export async function listRefused(store: Store): Promise<RefusedScan[]> {
	const all = await store.getAll('refused', null, mostListed);
	return all.reverse();
}

/** The guard has read why these were refused. */
export async function dismissRefused(store: Store, ids: readonly string[]): Promise<void> {
	const dismissing = store.transaction('refused', 'readwrite', { durability: 'strict' });
	for (const { order, scan } of await dismissing.store.getAll(null, mostListed))
		if (ids.includes(scan.id)) await dismissing.store.delete(order);
	await dismissing.done;
}

/** What waits can no longer be sent: it is listed with the reason, so that nothing goes unseen. */
export async function refuseWaiting(store: Store, words: Text): Promise<void> {
	const refusing = store.transaction(['queue', 'refused'], 'readwrite', { durability: 'strict' });
	for await (const cursor of refusing.objectStore('queue')) {
		await refusing.objectStore('refused').put({ ...cursor.value, words });
		await cursor.delete();
	}
	await refusing.done;
}
