import type { Db } from '#platform/db';
import type { Job } from '#platform/jobs';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import {
	deleteAlarms,
	deleteAttempts,
	deleteDepartures,
	deleteEndedDuties,
	deleteReviews,
	dropCorrectionDays,
	dropReportDays,
	ensureCorrectionDays,
	ensureReportDays,
	selectRule,
} from './queries-rule.ts';
import { foldTally } from './queries-turn.ts';
import { daysLateMax } from './record-reports.ts';
import { turnDay } from './turn-day.ts';

/** Makes the days reports go into, a week ahead. */
export async function prepareDays(db: Db, now: Date): Promise<void> {
	const today = dayOf(now);
	const [from, until] = [shiftDay(today, -daysLateMax - 1), shiftDay(today, 7)];
	for (const ensure of [ensureReportDays, ensureCorrectionDays]) await db.run(ensure(from, until));
}

/** Forgets what was reported longer ago than the rule says, and what followed from it. */
async function forgetOld(db: Db, now: Date): Promise<void> {
	const { keep_days } = await db.one(selectRule(now));
	const firstKept = shiftDay(dayOf(now), -keep_days);
	const before = startOfDay(firstKept);
	for (const drop of [dropReportDays, dropCorrectionDays]) await db.run(drop(firstKept));
	for (const forget of [deleteAlarms, deleteAttempts, deleteReviews, deleteDepartures, deleteEndedDuties])
		await db.run(forget(before));
}

export const jobs: readonly Job[] = [
	{ name: 'monitoring.prepare-days', cron: '9 * * * *', run: ({ db }, now) => prepareDays(db, now) },
	// At midnight in Viet Nam, and each hour for what was written in that very moment.
	{ name: 'monitoring.turn-day', cron: '0 * * * *', run: ({ db }, now) => turnDay(db, now) },
	{ name: 'monitoring.fold-tally', cron: '*/5 * * * *', run: async ({ db }) => void (await db.run(foldTally())) },
	{ name: 'monitoring.forget-old', cron: '55 18 * * *', run: ({ db }, now) => forgetOld(db, now) },
];
