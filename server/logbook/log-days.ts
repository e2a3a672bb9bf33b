import Type from 'typebox';
import type { BatchContext } from '#platform/operation';
import { Problem } from '#platform/problem';
import type { Reach } from '#platform/who';
import { role } from '#platform/who';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { currentRule } from '#visits';

export const Day = Type.String({ format: 'date' });

/** Who answers for a place's log: its managers. Controllers see today and who is inside. */
export const managerOf = role(['manager'], (input: { place: string }): Reach => ({ place: input.place }));

/** The first day of a place's log: today and so many days before it as the rule says. */
export async function firstLogDay(context: BatchContext): Promise<string> {
	const { logDays, keepDays } = await currentRule(context);
	return shiftDay(dayOf(context.now), -Math.min(logDays, keepDays));
}

/** From when to when a day of the log lasts. Throws `invalid-input` for a day it does not have. */
export async function readLogDay(context: BatchContext, day: string, field = 'day') {
	if (day > dayOf(context.now) || day < (await firstLogDay(context))) throw new Problem('invalid-input', { field });
	return { from: startOfDay(day), until: startOfDay(shiftDay(day, 1)) };
}
