import { dayOf, shiftDay, startOfDay } from '#shared/language';

/** The numbers of a contact rule that make the window. */
export interface WindowRule {
	daysBefore: number;
	daysAfter: number;
	/** Of a case with symptoms, so many days without them must follow. */
	symptomFreeDays: number;
}

/** What is known of a case's illness. Days are `YYYY-MM-DD` in Viet Nam. */
export interface CaseDates {
	onsetOn?: string;
	sampledOn?: string;
	isolatedAt?: Date;
}

/** From the first moment until just before the last: [from, until). */
export interface InfectiousWindow {
	from: Date;
	until: Date;
}

/**
 * When a case could pass the disease on: from midnight `daysBefore` days before the onset (without symptoms: the
 * sampling) until the case was isolated, at the latest until the end of the day `daysAfter` days later; with symptoms
 * `symptomFreeDays` more, since none of the day they ended is recorded and so many must be free of them. Days begin at
 * midnight in Viet Nam. Undefined while neither day is known; empty (`from` equals `until`) when the case was isolated
 * before it could pass anything on. Source of the shape: Quyết định 5053/QĐ-BYT of 3 December 2020; WHO, 1 February 2021.
 */
export function infectiousWindow(rule: WindowRule, dates: CaseDates): InfectiousWindow | undefined {
	const anchor = dates.onsetOn ?? dates.sampledOn;
	if (!anchor) return undefined;
	const from = startOfDay(shiftDay(anchor, -rule.daysBefore));
	const lastDayEnds = startOfDay(shiftDay(anchor, rule.daysAfter + (dates.onsetOn ? rule.symptomFreeDays : 0) + 1));
	const isolatedAt = dates.isolatedAt?.getTime() ?? Infinity;
	const until = Math.max(from.getTime(), Math.min(isolatedAt, lastDayEnds.getTime()));
	return { from, until: new Date(until) };
}

/** Why an officer's dates cannot be, as the name of the field at fault; undefined when they can. */
export function impossibleDate(dates: CaseDates, now: Date): keyof CaseDates | undefined {
	const today = dayOf(now);
	const earliest = shiftDay(today, -lookBackDaysMax);
	const isPossibleDay = (day: string | undefined) => day === undefined || (day <= today && day >= earliest);
	if (!isPossibleDay(dates.onsetOn)) return 'onsetOn';
	if (!isPossibleDay(dates.sampledOn)) return 'sampledOn';
	if (dates.isolatedAt && (dates.isolatedAt > now || dayOf(dates.isolatedAt) < earliest)) return 'isolatedAt';
	return undefined;
}

/** Nobody opens a case for an illness of more than a year ago; such a day is a slip of the finger. */
const lookBackDaysMax = 366;
