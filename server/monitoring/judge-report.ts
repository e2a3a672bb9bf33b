import type { SymptomRule } from '#diseases';
import type { Answers } from '#shared/form/answers';

export interface Judged {
	/** Red: symptomatic by the rule. Amber: signs, but not enough of them. Green: none. */
	level: 'green' | 'amber' | 'red';
	/** Whether somebody is needed at once. */
	isUrgent: boolean;
	/** The signs that were told, `temperature` for one above the rule's. */
	reasons: string[];
}

type Limits = Pick<SymptomRule, 'anyOf' | 'anyTwoOf' | 'temperatureMin' | 'urgentAnyOf' | 'urgentTemperatureMin'>;

/** Judges the answers of a daily report by a symptom rule: any one of, any two of, a temperature at least. */
export function judgeReport(rule: Limits, answers: Answers): Judged {
	const told = [answers.signs ?? []].flat().filter((sign) => sign !== 'none');
	const temperature = answers.temperature === undefined ? Number.NaN : Number(answers.temperature);
	const isHot = temperature >= rule.temperatureMin;
	const count = (of: readonly string[]) => of.filter((sign) => told.includes(sign)).length;
	const isSymptomatic = isHot || count(rule.anyOf) >= 1 || count(rule.anyTwoOf) >= 2;
	return {
		level: isSymptomatic ? 'red' : told.length ? 'amber' : 'green',
		isUrgent: count(rule.urgentAnyOf) >= 1 || temperature >= rule.urgentTemperatureMin,
		reasons: [...told, ...(isHot ? ['temperature'] : [])],
	};
}
