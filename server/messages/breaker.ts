import { newId } from '#platform/ids';
import type { Platform } from '#platform/platform';
import type { Kind } from './message.ts';
import { addTally, insertPause, sumTally } from './queries-settings.ts';
import type { Settings } from './settings.ts';

/** How many messages of a kind the gateway took, and how many it did not. */
export interface Tallied {
	taken: number;
	failed: number;
}

const minuteLong = 60_000;

/** Whether so much failed that going on would do harm: a share of enough messages. */
export const isFailing = ({ taken, failed }: Tallied, { percent, least }: Settings['breaker']): boolean =>
	taken + failed >= least && failed * 100 >= percent * (taken + failed);

/** Counts what a batch brought, and pauses a kind of which too much failed within the window. */
export async function pauseIfFailing(
	{ db, metrics }: Platform,
	tallied: ReadonlyMap<Kind, Tallied>,
	{ breaker }: Settings,
	now: Date,
): Promise<void> {
	const minute = new Date(Math.floor(now.getTime() / minuteLong) * minuteLong);
	for (const [kind, { taken, failed }] of tallied) {
		await db.run(addTally({ kind, minute, taken, failed }));
		if (!failed) continue;
		const sum = await db.one(sumTally(kind, new Date(now.getTime() - breaker.minutes * minuteLong)));
		if (!isFailing(sum, breaker)) continue;
		if (await db.run(insertPause({ pauseId: newId(), kind, now, ...sum }))) metrics.noticed('messages paused');
	}
}
