import { readIds } from '#identity';
import { notePositiveTests } from '#monitoring';
import type { Db } from '#platform/db';
import { dayOf } from '#shared/language';
import { readTestsOf } from './tests.ts';

/** An older sample says nothing of whoever is watched now. */
const watchedDays = 30;
const dayLong = 86_400_000;

/**
 * Tells the stations that watch somebody which positive test of theirs stands now, in the transaction that recorded or
 * corrected one: no list may call them well for a moment longer.
 */
export async function tellPositive(db: Db, personId: string, now: Date): Promise<void> {
	const tests = (await readTestsOf(db, [personId])).get(personId) ?? [];
	const since = now.getTime() - watchedDays * dayLong;
	const newest = tests.find(({ result, sampledAt }) => result === 'positive' && Date.parse(sampledAt) >= since);
	const takenOn = newest ? dayOf(new Date(newest.sampledAt)) : null;
	const ids = await readIds(db, personId);
	await notePositiveTests(
		db,
		ids.map((id) => ({ personId: id, takenOn })),
		now,
	);
}
