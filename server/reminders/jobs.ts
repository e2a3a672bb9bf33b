import type { Db } from '#platform/db';
import { enqueue, type Job } from '#platform/jobs';
import { dayOf, shiftDay } from '#shared/language';
import { dropReminderDays, ensureReminderDays, selectRule } from './queries.ts';
import { isReminding, parts, remind } from './remind.ts';
import { takeAnswers } from './take-answers.ts';

const workers = 4;

/** Makes the days reminders go into, a week ahead. */
export async function prepareDays(db: Db, now: Date): Promise<void> {
	await db.run(ensureReminderDays(shiftDay(dayOf(now), -1), shiftDay(dayOf(now), 7)));
}

async function callWorkers(db: Db, now: Date): Promise<void> {
	if (!(await isReminding(db, now))) return;
	for (let worker = 0; worker < workers; worker++)
		await enqueue(db, { job: 'reminders.remind', payload: { worker }, key: String(worker) });
}

export const jobs: readonly Job[] = [
	{ name: 'reminders.prepare-days', cron: '9 * * * *', run: ({ db }, now) => prepareDays(db, now) },
	{ name: 'reminders.call-workers', cron: '*/5 * * * *', run: ({ db }, now) => callWorkers(db, now) },
	{
		name: 'reminders.remind',
		run: async (platform, _now, payload) => {
			const { worker = 0 } = (payload ?? {}) as { worker?: number };
			await remind(platform, Math.floor((worker * parts) / workers));
		},
	},
	{
		name: 'reminders.take-answers',
		cron: '* * * * *',
		run: async (platform, now) => void (await takeAnswers(platform, now)),
	},
	{
		name: 'reminders.forget-old',
		cron: '56 18 * * *',
		run: async ({ db }, now) => {
			const { keep_days } = await db.one(selectRule(now));
			await db.run(dropReminderDays(shiftDay(dayOf(now), -keep_days)));
		},
	},
];
