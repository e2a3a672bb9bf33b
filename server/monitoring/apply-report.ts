import { shiftDay } from '#shared/language';
import { assessState, type Facts } from './assess-state.ts';
import type { DutyRow } from './queries-reports.ts';

/** What a report says, as far as a duty's state depends on it. */
export interface Said {
	day: string;
	slot: number;
	isSymptomatic: boolean;
	/** Of the rule that judged it. */
	symptomFreeDays: number;
}

export const factsOf = (duty: DutyRow): Facts => ({
	fromOn: duty.from_on,
	untilOn: duty.until_on,
	isEnded: duty.ended_at !== null,
	lastReportOn: duty.last_report_on,
	isSymptomatic: duty.is_symptomatic,
	lastSymptomOn: duty.last_symptom_on,
	clearOn: duty.clear_on,
	positiveOn: duty.positive_on,
	reviewedOn: duty.reviewed_on,
});

/** What a duty's row says after a report. An older report than the newest adds its symptoms and nothing else. */
export function applyReport(duty: DutyRow, said: Said, today: string): DutyRow {
	const isNewest = !duty.last_report_on || key(said.day, said.slot) >= key(duty.last_report_on, duty.last_slot ?? 0);
	const after = { ...duty };
	if (isNewest) {
		after.last_report_on = said.day;
		after.last_slot = said.slot;
		after.is_symptomatic = said.isSymptomatic;
	}
	if (said.isSymptomatic) {
		if (!duty.onset_on || said.day < duty.onset_on) after.onset_on = said.day;
		if (!duty.last_symptom_on || said.day >= duty.last_symptom_on) {
			after.last_symptom_on = said.day;
			after.clear_on = shiftDay(said.day, said.symptomFreeDays);
		}
	}
	after.state = assessState(factsOf(after), today);
	return after;
}

const key = (day: string, slot: number): string => `${day}/${slot}`;
