import type { Job } from '#platform/jobs';
import { dayOf } from '#shared/language';
import { prepareDays, shiftDay } from './days.ts';
import { closeOverdue, forgetDay, selectDays } from './queries-days.ts';
import { dropDay, rewriteDay } from './queries-rewrite.ts';
import { currentRule } from './rule.ts';

const dayLong = 86_400_000;

export const jobs: readonly Job[] = [
	{
		name: 'visits.prepare-days',
		cron: '7 * * * *',
		run: ({ db }, now) => prepareDays(db, now),
	},
	{
		name: 'visits.close-overdue',
		cron: '*/15 * * * *',
		run: async ({ db }, now) => void (await db.run(closeOverdue(new Date(now.getTime() - 2 * dayLong), now))),
	},
	{
		// At 02:20 in Viet Nam, when few go anywhere.
		name: 'visits.rewrite-closed-days',
		cron: '20 19 * * *',
		run: async ({ db }, now) => {
			const lastClosed = shiftDay(dayOf(now), -2);
			const days = await db.rows(selectDays());
			for (const { day, rewritten_at } of days) if (day <= lastClosed && !rewritten_at) await rewriteDay(db, day, now);
		},
	},
	{
		name: 'visits.drop-old-days',
		cron: '50 18 * * *',
		run: async (platform, now) => {
			const { db } = platform;
			const { keepDays } = await currentRule({ db, platform, now });
			const today = dayOf(now);
			for (const { day, keep_until } of await db.rows(selectDays())) {
				const isKept = day >= shiftDay(today, -keepDays) || (keep_until !== null && keep_until >= today);
				if (isKept) continue;
				await dropDay(db, day);
				await db.run(forgetDay(day));
			}
		},
	},
];
