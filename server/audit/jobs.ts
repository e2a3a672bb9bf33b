import type { Db } from '#platform/db';
import type { Job } from '#platform/jobs';
import { dayOf, shiftDay } from '#shared/language';
import { ensureDays, sortInLooks } from './queries.ts';

/** Makes the days entries go into, a week ahead. */
export async function prepareDays(db: Db, now: Date): Promise<void> {
	const today = dayOf(now);
	await db.run(ensureDays(shiftDay(today, -1), shiftDay(today, 7)));
}

export const jobs: readonly Job[] = [
	{ name: 'audit.prepare-days', cron: '9 * * * *', run: ({ db }, now) => prepareDays(db, now) },
	{ name: 'audit.sort-in-looks', cron: '* * * * *', run: async ({ db }) => void (await db.run(sortInLooks())) },
];
