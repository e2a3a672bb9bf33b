import { shiftDay } from '#shared/language';

/** Where somebody stands who is to report every day. */
export type State =
	| 'coming'
	| 'asymptomatic'
	| 'symptomatic'
	| 'not-reported'
	| 'needs-review'
	| 'due-to-end'
	| 'ended';

/** What is known of one duty. Days are days in Viet Nam, `YYYY-MM-DD`. */
export interface Facts {
	fromOn: string;
	/** The last day, on which a report is still due; none while nobody knows when it ends. */
	untilOn: string | null;
	isEnded: boolean;
	lastReportOn: string | null;
	/** Whether the newest report was symptomatic by the rule that judged it. */
	isSymptomatic: boolean;
	lastSymptomOn: string | null;
	/** The first day on which a report without symptoms shows that they are over. */
	clearOn: string | null;
	/** The day of the newest positive test. */
	positiveOn: string | null;
	/** The day an officer last looked and found that nothing more is to be done. */
	reviewedOn: string | null;
}

/**
 * Where somebody stands on a day, from the facts and nothing else. Whole days count, never hours: who reported yesterday
 * at 08:00 and has yet to report today is not silent (Sara Alert's rolling 24 hours made them so for an hour).
 */
export function assessState(facts: Facts, today: string): State {
	const { fromOn, untilOn, lastReportOn } = facts;
	if (facts.isEnded) return 'ended';
	if (today < fromOn) return 'coming';
	if (facts.isSymptomatic) return 'symptomatic';
	if (isOpen(facts.positiveOn, facts) || isRecovering(facts)) return 'needs-review';
	if (untilOn && lastReportOn && lastReportOn >= untilOn) return 'due-to-end';
	// Silent on the last day: nobody ends somebody whom nobody reached.
	if (untilOn && today > untilOn) return 'needs-review';
	return today > shiftDay(lastHeardOn(facts), 1) ? 'not-reported' : 'asymptomatic';
}

/** The first day of a watch is heard as far as the day before: silence begins with the first whole day without a word. */
export function lastHeardOn({ fromOn, lastReportOn }: Pick<Facts, 'fromOn' | 'lastReportOn'>): string {
	const before = shiftDay(fromOn, -1);
	return lastReportOn && lastReportOn > before ? lastReportOn : before;
}

/** Reports no symptoms any more, but not for as long as the rule asks. */
const isRecovering = (facts: Facts): boolean =>
	facts.clearOn !== null &&
	facts.lastReportOn !== null &&
	facts.lastReportOn < facts.clearOn &&
	isOpen(facts.lastSymptomOn, facts);

/** Nobody has looked at it since. */
const isOpen = (day: string | null, { reviewedOn }: Facts): boolean =>
	day !== null && (reviewedOn === null || reviewedOn < day);

/** Whether a report is due on a day: from the first day until the last, both included. */
export const isDueOn = ({ fromOn, untilOn, isEnded }: Pick<Facts, 'fromOn' | 'untilOn' | 'isEnded'>, day: string) =>
	!isEnded && fromOn <= day && (untilOn === null || day <= untilOn);
