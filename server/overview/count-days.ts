import type { Db } from '#platform/db';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { selectSetting } from './queries.ts';
import * as queries from './queries-count.ts';

/** So many days back can still change: a round without a network tells as late as that. */
const lateDays = 2;
/** How far back the days are counted that nobody counted, where there is what to count. */
const trendDays = 14;

const boundsOf = (day: string) => ({ from: startOfDay(day), until: startOfDay(shiftDay(day, 1)) });

/** Counts how it stands now. Two that count at once write the same, one after the other. */
export async function countToday(db: Db, now: Date): Promise<void> {
	const today = dayOf(now);
	await db.run(queries.countToday({ today, ...boundsOf(today) }));
	await db.run(queries.setCounted(today, now));
}

/** Counts each of the last days that was not counted since it could change, the oldest first. */
export async function countPastDays(db: Db, now: Date): Promise<void> {
	const today = dayOf(now);
	const counted = await db.rows(queries.selectCountedDays(shiftDay(today, -trendDays), today));
	const countedAt = new Map(counted.map((one) => [one.day, one.counted_at]));
	for (let ago = trendDays; ago > 0; ago--) {
		const day = shiftDay(today, -ago);
		if (isSettled(day, countedAt.get(day))) continue;
		await countDay(db, day, now);
	}
}

/** Counts a day that is over, with what came late. */
export async function countDay(db: Db, day: string, now: Date): Promise<void> {
	await db.run(queries.countPast({ day, ...boundsOf(day) }));
	await db.run(queries.setCounted(day, now));
}

/** Whether a day was counted after the last report of it could come. */
const isSettled = (day: string, countedAt: Date | undefined): boolean =>
	countedAt !== undefined && countedAt >= startOfDay(shiftDay(day, lateDays + 1));

/** Counts today where nobody did yet: the first who asks after midnight does. Says when it was counted. */
export async function countedAtOf(db: Db, day: string, now: Date): Promise<Date | undefined> {
	const found = await db.find(queries.selectCounted(day));
	if (found || day !== dayOf(now)) return found?.counted_at;
	await countToday(db, now);
	return now;
}

export async function forgetOldDays(db: Db, now: Date): Promise<void> {
	const { keep_days } = await db.one(selectSetting(now));
	const firstKept = shiftDay(dayOf(now), -keep_days);
	for (const forget of [queries.deleteDays, queries.deleteCounted]) await db.run(forget(firstKept));
}
