import type { Gathered } from '#web/gate/gate.ts';
import { keep, readKept, type Store } from './store.ts';

/** A group that is still being gathered, with when it last changed by the device's own clock. */
export interface KeptGroup {
	at: number;
	people: Gathered[];
}

/** What the door said of somebody longer ago is to be asked again. */
const longest = 30 * 60_000;

export async function readGathered(store: Store, at: number): Promise<readonly Gathered[]> {
	const kept = await readKept(store, 'gathered');
	return kept && kept.at > at - longest ? kept.people : [];
}

/** Keeps the group over a reload: nothing of anybody that could be read. An empty one is forgotten. */
export async function keepGathered(store: Store, people: readonly Gathered[], at: number): Promise<void> {
	if (people.length) await keep(store, 'gathered', { at, people: people.map(toKept) });
	else await store.delete('kept', 'gathered');
}

/** The screen hands readings as it keeps them; what is kept here is plain, without the name on a card. */
const toKept = ({ reading, isOverruled }: Gathered): Gathered => ({
	reading: {
		...{ kind: 'person', who: { ...reading.who }, direction: reading.direction, verdict: reading.verdict },
		reasons: reading.reasons.map(({ code, words }) => ({ code, words: { ...words } })),
		isRepeat: reading.isRepeat,
	},
	isOverruled,
});
