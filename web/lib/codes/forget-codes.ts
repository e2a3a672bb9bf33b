// Whoever signs out leaves no code and no list of a round on the device.
import { forgetAll } from './kept-code.ts';

forgetAll();
void forgetRounds();

async function forgetRounds(): Promise<void> {
	if (!('caches' in window)) return;
	for (const name of await caches.keys()) if (name.startsWith('vaora-rounds-')) await caches.delete(name);
}
