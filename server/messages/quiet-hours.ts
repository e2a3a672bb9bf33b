import { dayOf, startOfDay } from '#shared/language';
import type { Settings } from './settings.ts';

/** Whether people are left to sleep at a moment: from the first minute until before the second, over midnight or not. */
export function isQuiet(now: Date, { quietFrom, quietUntil }: Pick<Settings, 'quietFrom' | 'quietUntil'>): boolean {
	const minute = Math.floor((now.getTime() - startOfDay(dayOf(now)).getTime()) / 60_000);
	if (quietFrom <= quietUntil) return minute >= quietFrom && minute < quietUntil;
	return minute >= quietFrom || minute < quietUntil;
}
