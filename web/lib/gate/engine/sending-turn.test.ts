import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { inTurn } from './sending-turn.ts';
import { openStore, type Store } from './store.ts';

const minute = 60_000;
const name = () => `turn-${crypto.randomUUID()}`;

afterEach(() => vi.unstubAllGlobals());

/** A sending that goes on until it is told to end. */
function longSending(store: Store, at: number) {
	let end = () => {};
	const lasts = new Promise<void>((resolve) => (end = resolve));
	let began = () => {};
	const hasBegun = new Promise<void>((resolve) => (began = resolve));
	const isOver = inTurn(
		store,
		async () => {
			began();
			await lasts;
		},
		at,
	);
	return { hasBegun, isOver, end };
}

describe.each([
	['by the browser’s locks', true],
	['by a lease, where it has none', false],
])('two tabs of one device, %s', (_how, hasLocks) => {
	test('never send at once', async () => {
		if (!hasLocks) vi.stubGlobal('navigator', {});
		const store = await openStore(name());
		const first = longSending(store, 0);
		await first.hasBegun;
		let sent = 0;

		const wasSecondsTurn = await inTurn(store, async () => void sent++, 1_000);
		first.end();

		expect([await first.isOver, wasSecondsTurn, sent]).toEqual([true, false, 0]);
		expect(await inTurn(store, async () => void sent++, 2_000)).toBe(true);
	});

	test('the turn ends when sending fails', async () => {
		if (!hasLocks) vi.stubGlobal('navigator', {});
		const store = await openStore(name());
		const failing = inTurn(store, () => Promise.reject(new Error('cut off')), 0);

		await expect(failing).rejects.toThrow('cut off');
		expect(await inTurn(store, async () => {}, 0)).toBe(true);
	});
});

test.each([
	['the minute after the tab that held it was closed', minute, true],
	['before that', minute - 1, false],
	['when the clock was set back since', -minute, true],
])('a lease can be taken over %s: %d ms later, %s', async (_when, passed, isTaken) => {
	vi.stubGlobal('navigator', {});
	const store = await openStore(name());
	const closed = longSending(store, 0);
	await closed.hasBegun;

	expect(await inTurn(store, async () => {}, passed)).toBe(isTaken);
});
