import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { GateScan, ScannedPerson } from '#shared/gate/scan';
import { ServerFault } from './ask-server.ts';
import { append, batchSize, countWaiting, dismissRefused, listRefused, takeBack, takeBatch } from './queue.ts';
import { sendQueue, type Tell } from './send-queue.ts';
import { openStore, type Store } from './store.ts';

let store: Store;
const told: GateScan[][] = [];
const take: Tell = async (scans) => {
	told.push([...scans]);
	return scans.map(() => ({}));
};

beforeEach(async () => {
	told.length = 0;
	store = await openStore(`queue-${crypto.randomUUID()}`);
});

const scan = (kind: ScannedPerson['kind'], at = 0): GateScan => ({
	id: crypto.randomUUID(),
	direction: 'in',
	at: new Date(at).toISOString(),
	who: kind === 'code' ? { kind, person: '7', code: 'VAORA1:A' } : { kind, sealed: 'AQ' },
	shown: 'green',
	reasons: [],
});

describe('what waits on a device', () => {
	test('goes in its order, each operation with its own kind, and is gone when it is answered', async () => {
		const scans = [scan('code'), scan('code'), scan('sealed'), scan('code')];
		await append(store, scans);

		await sendQueue({ store, record: take });

		expect(told).toEqual([scans.slice(0, 2), [scans[2]], [scans[3]]]);
		expect(await countWaiting(store)).toBe(0);
	});

	test('goes a hundred at a time', async () => {
		await append(
			store,
			Array.from({ length: 2 * batchSize + 1 }, (_none, at) => scan('code', at)),
		);

		await sendQueue({ store, record: take });

		expect(told.map(({ length }) => length)).toEqual([100, 100, 1]);
		expect(told.flat().map(({ at }) => Date.parse(at))).toEqual(Array.from({ length: 201 }, (_none, at) => at));
	});

	test('stays, all of it, when there is no answer, and comes again with the same ids', async () => {
		const scans = [scan('code'), scan('code')];
		await append(store, scans);
		const cut: Tell = async () => {
			throw new ServerFault({ vi: 'mất mạng', en: 'no network' });
		};

		await expect(sendQueue({ store, record: cut })).rejects.toThrow(ServerFault);
		await sendQueue({ store, record: take });

		expect(told).toEqual([scans]);
	});

	test('survives the page: another one opened later sends it', async () => {
		const scans = [scan('sealed')];
		await append(store, scans);
		store.close();

		await sendQueue({ store: await openStore(store.name), record: take });

		expect(told).toEqual([scans]);
	});

	test('what the server refuses for good is listed with its reason, and the others are stored', async () => {
		const [first, second, third] = [scan('code'), scan('code'), scan('code')];
		await append(store, [first, second, third]);

		await sendQueue({ store, record: async () => [{}, { problem: 'place-not-found' }, {}] });

		expect(await countWaiting(store)).toBe(0);
		expect(await listRefused(store)).toMatchObject([{ scan: second, words: { en: 'Place not found' } }]);
	});

	test('what the server cannot take just now waits, and those behind it too', async () => {
		await append(store, [scan('code'), scan('code'), scan('code')]);

		await expect(sendQueue({ store, record: async () => [{}, { problem: 'busy' }, {}] })).rejects.toThrow(ServerFault);

		expect(await countWaiting(store)).toBe(2);
	});

	test('one scan that spoils a whole batch is found; the other ninety-nine go', async () => {
		const scans = Array.from({ length: 100 }, () => scan('code'));
		await append(store, scans);
		const words = { vi: 'Có chỗ cần sửa', en: 'Something needs correcting' };

		await sendQueue({
			store,
			record: async (batch) => {
				if (batch.some(({ id }) => id === scans[41]!.id)) throw new ServerFault(words, { status: 422 });
				return take(batch);
			},
		});

		expect(told.flat()).toEqual(scans.filter((_scan, index) => index !== 41));
		expect(await listRefused(store)).toMatchObject([{ scan: scans[41], words }]);
	});

	test('an answer too few is not taken for a yes', async () => {
		await append(store, [scan('code'), scan('code')]);

		await expect(sendQueue({ store, record: async () => [{}] })).rejects.toThrow(ServerFault);

		expect(await countWaiting(store)).toBe(1);
	});
});

describe('taking back', () => {
	test('while it waits, an action of several people goes back whole', async () => {
		await append(store, [scan('code')]);
		const orders = await append(store, [scan('code'), scan('sealed')]);

		expect(await takeBack(store, orders)).toBe(true);
		expect(await countWaiting(store)).toBe(1);
	});

	test('once it is under way it may have arrived, and stays', async () => {
		const orders = await append(store, [scan('code')]);
		await takeBatch(store);

		expect(await takeBack(store, orders)).toBe(false);
		expect(await countWaiting(store)).toBe(1);
	});

	test('what is held for the guard is not sent with the rest', async () => {
		await append(store, [scan('code')]);
		const orders = await append(store, [scan('code')]);

		await sendQueue({ store, record: take, heldFrom: orders[0] });

		expect(told.flat()).toHaveLength(1);
		expect(await takeBack(store, orders)).toBe(true);
	});

	test('of what was sent there is nothing to take back', async () => {
		const orders = await append(store, [scan('code')]);
		await sendQueue({ store, record: take });

		expect(await takeBack(store, orders)).toBe(false);
	});
});

test('a refused scan stays listed until the guard dismisses it', async () => {
	const refused = scan('code');
	await append(store, [refused, scan('code')]);
	await sendQueue({ store, record: async (scans) => scans.map(() => ({ problem: 'place-not-found' })) });

	await dismissRefused(store, [refused.id]);

	expect((await listRefused(store)).map(({ scan: { id } }) => id)).not.toContain(refused.id);
	expect(await listRefused(store)).toHaveLength(1);
});
