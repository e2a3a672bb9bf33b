import type { Db } from '#platform/db';
import type { Job } from '#platform/jobs';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { deleteSightings, selectKeepDays } from './queries-sightings.ts';

/** Forgets where people were seen longer ago than the rule says. */
async function deleteOldSightings(db: Db, now: Date): Promise<void> {
	const { keep_days } = await db.one(selectKeepDays(now));
	await db.run(deleteSightings(startOfDay(shiftDay(dayOf(now), -keep_days))));
}

export const jobs: readonly Job[] = [
	{ name: 'isolation.delete-old-sightings', cron: '45 18 * * *', run: ({ db }, now) => deleteOldSightings(db, now) },
];
