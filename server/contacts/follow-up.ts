import Type, { type Static } from 'typebox';
import { dayOf, shiftDay } from '#shared/language';

const Day = Type.String({ format: 'date' });

/** How long a contact is followed, as days of Viet Nam: computed from the last exposure, never stored day by day. */
export const FollowUp = Type.Object({
	firstOn: Day,
	lastOn: Day,
	day: Type.Integer({ description: 'Which of its days today is, counted from 1; 0 before, beyond `days` after' }),
	days: Type.Integer(),
	isOver: Type.Boolean(),
});
export type FollowUp = Static<typeof FollowUp>;

/**
 * The days after the last exposure on which a contact is followed, `days` of them: the first is the day after it. Undefined
 * under a rule without follow-up.
 */
export function followUpOf(lastExposedAt: Date, days: number, now: Date): FollowUp | undefined {
	if (days === 0) return undefined;
	const exposedOn = dayOf(lastExposedAt);
	const [today, lastOn] = [dayOf(now), shiftDay(exposedOn, days)];
	const day = Math.max(0, daysBetween(exposedOn, today));
	return { firstOn: shiftDay(exposedOn, 1), lastOn, day, days, isOver: today > lastOn };
}

const daysBetween = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
