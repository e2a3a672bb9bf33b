import { Problem } from '#platform/problem';
import { dayOf, shiftDay, startOfDay } from '#shared/language';

/** Further from today than this is a slip of the pen. */
const daysMax = { before: 60, ahead: 30, long: 366 };

/**
 * When an order holds, half-open: the whole of its days in Viet Nam, the last one included, and never before it was
 * issued: a gate that tells later what happened before nobody could know of it does not report anybody for it. Throws
 * `invalid-input`, naming the field, for days that cannot be.
 */
export function readOrderTimes({ fromOn, untilOn }: { fromOn: string; untilOn: string }, now: Date) {
	const today = dayOf(now);
	if (fromOn < shiftDay(today, -daysMax.before) || fromOn > shiftDay(today, daysMax.ahead))
		throw new Problem('invalid-input', { field: 'fromOn' });
	if (untilOn < fromOn || untilOn < today || untilOn > shiftDay(fromOn, daysMax.long))
		throw new Problem('invalid-input', { field: 'untilOn' });
	const begins = startOfDay(fromOn);
	return { from: begins > now ? begins : now, until: startOfDay(shiftDay(untilOn, 1)) };
}

/** The last day by the regime; without either nobody knows it, which throws `invalid-input`. */
export function lastDayOf(regime: { days: number } | undefined, fromOn: string): string {
	if (!regime) throw new Problem('invalid-input', { field: 'untilOn' });
	return shiftDay(fromOn, regime.days - 1);
}

/** When an extended order holds until. Throws `invalid-input` for a day that is no extension. */
export function readExtension(order: { from_on: string; until_on: string }, untilOn: string): Date {
	if (untilOn <= order.until_on || untilOn > shiftDay(order.from_on, daysMax.long))
		throw new Problem('invalid-input', { field: 'untilOn' });
	return startOfDay(shiftDay(untilOn, 1));
}
