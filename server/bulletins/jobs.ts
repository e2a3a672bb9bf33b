import type { Job } from '#platform/jobs';
import { dayOf, shiftDay } from '#shared/language';
import { deleteBulletins } from './queries.ts';
import { writeBulletins } from './write-bulletins.ts';

/** As long as the line of days they tell of. */
const keepDays = 400;

export const jobs: readonly Job[] = [
	// At nine in Viet Nam, and again in case nothing ran then.
	{ name: 'bulletins.write', cron: '0,30 2 * * *', run: async ({ db }, now) => void (await writeBulletins(db, now)) },
	{
		name: 'bulletins.forget-old',
		cron: '45 18 * * *',
		run: async ({ db }, now) => void (await db.run(deleteBulletins(shiftDay(dayOf(now), -keepDays)))),
	},
];
