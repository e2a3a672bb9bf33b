import { dayOf, shiftDay, startOfDay } from './language.ts';

/** When a place that closes at `21:30` closed last, this moment included. */
export function lastClosing(closesAt: string, now: Date): Date {
	const [hours, minutes] = closesAt.split(':').map(Number) as [number, number];
	const onDay = (day: string) => new Date(startOfDay(day).getTime() + (hours * 60 + minutes) * 60_000);
	const today = onDay(dayOf(now));
	return today <= now ? today : onDay(shiftDay(dayOf(now), -1));
}
