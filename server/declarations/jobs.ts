import type { Db } from '#platform/db';
import type { Job } from '#platform/jobs';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { deleteStandings, dropDays, ensureDays, selectKeepDays } from './queries-days.ts';

/** Makes the days declarations go into, a week ahead. */
export async function prepareDays(db: Db, now: Date): Promise<void> {
	const today = dayOf(now);
	await db.run(ensureDays(shiftDay(today, -1), shiftDay(today, 7)));
}

/** Forgets what was declared longer ago than the rule says. */
async function dropOldDays(db: Db, now: Date): Promise<void> {
	const { keep_days } = await db.one(selectKeepDays(now));
	const firstKept = shiftDay(dayOf(now), -keep_days);
	let after: string | null = '0';
	while (after !== null) after = (await db.one(deleteStandings(startOfDay(firstKept), after, 5_000))).last;
	await db.run(dropDays(firstKept));
}

export const jobs: readonly Job[] = [
	{ name: 'declarations.prepare-days', cron: '8 * * * *', run: ({ db }, now) => prepareDays(db, now) },
	{ name: 'declarations.drop-old-days', cron: '40 18 * * *', run: ({ db }, now) => dropOldDays(db, now) },
];
