import type { Db } from '#platform/db';
import { dayOf } from '#shared/language';
import { ensureDays, keepDaysUntil } from './queries-days.ts';

const dayLong = 86_400_000;

/** The day's shift by whole days, as `YYYY-MM-DD`. */
export const shiftDay = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLong).toISOString().slice(0, 10);

/** Makes the days visits go into: those of the look-back, for gates that were offline, and a week ahead. */
export async function prepareDays(db: Db, now: Date): Promise<void> {
	const today = dayOf(now);
	await db.run(ensureDays(shiftDay(today, -22), shiftDay(today, 7)));
}

/** Makes the days of an import and keeps them as long as if they had been recorded today. */
export async function ensureVisitDays(db: Db, days: readonly string[], keepUntil: string): Promise<void> {
	for (const day of days) await db.run(ensureDays(day, day));
	if (days.length) await db.run(keepDaysUntil(days, keepUntil));
}
