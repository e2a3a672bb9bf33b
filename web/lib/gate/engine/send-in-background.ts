import type { Ask } from './ask-server.ts';
import { changesChannel } from './between-tabs.ts';
import { Connection } from './connection.ts';
import { KnownTime } from './known-time.ts';
import { countWaiting } from './queue.ts';
import { openStore } from './store.ts';

/** Sends what waits while no page is open. Throws when something still waits, so that the browser tries again. */
export async function sendInBackground(ask: Ask, version: string): Promise<void> {
	const store = await openStore();
	try {
		const time = await KnownTime.open(store, () => ({ device: Date.now(), elapsed: performance.now() }));
		const ground = { store, ask, time, version, isConnected: () => navigator.onLine, random: Math.random };
		await (await Connection.open(ground)).sync();
		if (await countWaiting(store)) throw new Error('scans still wait');
	} finally {
		store.close();
		new BroadcastChannel(changesChannel).postMessage('sent');
	}
}
