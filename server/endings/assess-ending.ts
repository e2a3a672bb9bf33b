import type { TestRecord } from '#laboratory';
import { dayOf, shiftDay } from '#shared/language';

/** What must be true to end isolation: of a regime. */
export interface EndingRule {
	/** So many newest tests must be negative. */
	negativeTests: number;
	/** So many days without symptoms; 0 asks for none. */
	symptomFreeDays: number;
}

/** What is known of somebody in isolation. Days are days in Viet Nam, `YYYY-MM-DD`. */
export interface EndingFacts {
	fromOn: string;
	untilOn: string;
	tests: readonly Pick<TestRecord, 'sampledAt' | 'result'>[];
	/** Whether the newest daily report was symptomatic, and the last day one was. */
	isSymptomatic: boolean;
	lastSymptomOn: string | null;
}

export type Missing = 'days' | 'tests' | 'positive' | 'symptoms';

/**
 * What is missing to end somebody's isolation; nothing: they are due. The last day counts as done when it has come.
 * Samples of before the order do not count, and neither does one without a result; one that waits is waited for.
 */
export function assessEnding(facts: EndingFacts, rule: EndingRule, today: string): Missing[] {
	const missing: Missing[] = [];
	if (today < facts.untilOn) missing.push('days');
	const tests = assessTests(facts, rule.negativeTests);
	if (tests) missing.push(tests);
	if (rule.symptomFreeDays > 0 && !isFreeOfSymptoms(facts, rule.symptomFreeDays, today)) missing.push('symptoms');
	return missing;
}

function assessTests({ fromOn, tests }: EndingFacts, negativeTests: number): 'tests' | 'positive' | undefined {
	const valid = tests
		.filter(({ sampledAt, result }) => dayOf(new Date(sampledAt)) >= fromOn && result !== 'invalid')
		.sort((one, other) => other.sampledAt.localeCompare(one.sampledAt));
	const newest = valid.find(({ result }) => result !== 'pending');
	if (newest?.result === 'positive') return 'positive';
	if (negativeTests === 0) return undefined;
	const enough =
		valid.length >= negativeTests && valid.slice(0, negativeTests).every((one) => one.result === 'negative');
	return enough ? undefined : 'tests';
}

const isFreeOfSymptoms = ({ isSymptomatic, lastSymptomOn }: EndingFacts, days: number, today: string): boolean =>
	!isSymptomatic && (lastSymptomOn === null || lastSymptomOn <= shiftDay(today, -days));
