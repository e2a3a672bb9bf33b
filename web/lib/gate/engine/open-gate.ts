import type { Gate } from '#web/gate/gate.ts';
import { version } from '$app/env';
import { askOver } from './ask-server.ts';
import { changesChannel } from './between-tabs.ts';
import { GateEngine, heldMilliseconds } from './gate-engine.ts';
import { KnownTime } from './known-time.ts';
import { NewVersion } from './new-version.ts';
import { openStore } from './store.ts';

const attendEvery = 30_000;

let opened: Promise<Gate> | undefined;

/** The gate of this browser: one, however often a page asks. */
export function openGate(): Promise<Gate> {
	opened ??= open();
	return opened;
}

async function open(): Promise<Gate> {
	// Without this a browser short of space may throw the queue away.
	await navigator.storage?.persist?.().catch(() => false);
	const store = await openStore();
	const time = await KnownTime.open(store, () => ({ device: Date.now(), elapsed: performance.now() }));
	const newVersion = new NewVersion(() => void engine?.refresh());
	let engine: GateEngine | undefined;
	engine = await GateEngine.open({
		store,
		time,
		version,
		newVersion,
		ask: askOver((...asked) => fetch(...asked)),
		isConnected: () => navigator.onLine,
		random: Math.random,
		battery: readBattery,
	});
	void newVersion.register();
	attend(engine, newVersion);
	// For whoever looks into a device by the browser's console, and for the journeys of e2e.
	Object.assign(globalThis, { vaoraGate: engine });
	return engine;
}

/** Sends when there is a reason to think it will go: now and then, when the network or the page is back, after a scan. */
function attend(engine: GateEngine, newVersion: NewVersion): void {
	const failed = (error: unknown) => reportError(error);
	const attend = (isUrgent: boolean) => engine.attend(isUrgent).catch(failed);
	addEventListener('online', () => attend(true));
	addEventListener('offline', () => void engine.refresh().catch(failed));
	document.addEventListener('visibilitychange', () => attend(document.visibilityState === 'visible'));
	setInterval(() => attend(false), attendEvery);
	setInterval(() => newVersion.look(), 60 * attendEvery);
	// Looks every few seconds while something waits; whether it is sent is for the engine to say.
	let isDue = false;
	engine.watch(({ queued, isOnline }) => {
		if (queued && !isOnline) void newVersion.wakeToSend();
		if (!queued || isDue) return;
		isDue = true;
		setTimeout(() => {
			isDue = false;
			void attend(false);
		}, heldMilliseconds + 100);
	});
	new BroadcastChannel(changesChannel).addEventListener('message', () => void engine.refresh().catch(failed));
	attend(false);
}

/** Only some browsers tell. */
async function readBattery(): Promise<number | undefined> {
	const { getBattery } = navigator as { getBattery?(): Promise<{ level: number }> };
	try {
		const level = (await getBattery?.call(navigator))?.level;
		return level === undefined ? undefined : Math.round(level * 100);
	} catch {
		return undefined;
	}
}
