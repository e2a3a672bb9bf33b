import type { Job } from '#platform/jobs';
import { countPastDays, countToday, forgetOldDays } from './count-days.ts';

export const jobs: readonly Job[] = [
	{ name: 'overview.count-today', cron: '* * * * *', run: ({ db }, now) => countToday(db, now) },
	// Five past midnight in Viet Nam, then with what came late, each hour until a day is settled.
	{ name: 'overview.count-past-days', cron: '5 * * * *', run: ({ db }, now) => countPastDays(db, now) },
	{ name: 'overview.forget-old', cron: '35 18 * * *', run: ({ db }, now) => forgetOldDays(db, now) },
];
