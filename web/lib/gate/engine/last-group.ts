import type { ScannedPerson } from '#shared/gate/scan';
import type { Action } from '#web/gate/gate.ts';
import { admit } from './admission.ts';
import { keep, readKept, type Store } from './store.ts';

/** The group that went in last, for its way out: kept over a reload of the page, at most a day. */
export interface LastGroup {
	/** When it went in, by the device's own clock. */
	at: number;
	/** What stands for each in a scan, with their hash among those inside where the device knows it. */
	people: { who: ScannedPerson; inside?: string }[];
}

const longestStay = 24 * 60 * 60_000;

export async function readLastGroup(store: Store, at: number): Promise<LastGroup | undefined> {
	const last = await readKept(store, 'lastGroup');
	return last && last.at > at - longestStay ? last : undefined;
}

/**
 * A group has gone in, or out again: the one that is in is kept. Whoever was stopped is not in it. Gives what takes that
 * back.
 */
export async function passGroup(
	store: Store,
	{ direction, people }: Action,
	{ at, hashOf }: { at: number; hashOf(who: ScannedPerson): string | undefined },
): Promise<() => Promise<void>> {
	const before = await readKept(store, 'lastGroup');
	const entered = people.filter(({ reading, overrule }) => overrule || admit(reading) === 'goes');
	if (direction === 'out') await store.delete('kept', 'lastGroup');
	else if (entered.length)
		await keep(store, 'lastGroup', {
			at,
			people: entered.map(({ reading: { who } }) => {
				const inside = hashOf(who);
				// The screen hands readings back as it keeps them; what is kept here is plain.
				return { who: { ...who }, ...(inside === undefined ? {} : { inside }) };
			}),
		});
	return async () => {
		if (before) await keep(store, 'lastGroup', before);
		else await store.delete('kept', 'lastGroup');
	};
}

/** What stands for somebody in a scan. */
export const scannedOf = (who: ScannedPerson): string => (who.kind === 'code' ? who.code : who.sealed);
