import type { TestRecord } from '#laboratory';
import { dayOf, shiftDay } from '#shared/language';

/** A test the regime asks for, on its day; with what was found, as soon as there is a sample of that day or after. */
export interface PlannedTest {
	/** Day 1 is the first day of isolation. */
	day: number;
	on: string;
	result?: TestRecord['result'];
}

/**
 * The tests a regime asks for. A sample counts for the newest day that had come when it was taken, and the newest sample
 * of a day for that day: one taken late is a test, one taken early is that of the day before it.
 */
export function planTests(
	{ fromOn, testDays }: { fromOn: string; testDays: readonly number[] },
	tests: readonly Pick<TestRecord, 'sampledAt' | 'result'>[],
): PlannedTest[] {
	const plan: PlannedTest[] = testDays.map((day) => ({ day, on: shiftDay(fromOn, day - 1) }));
	const byTime = tests.toSorted((one, other) => one.sampledAt.localeCompare(other.sampledAt));
	for (const { sampledAt, result } of byTime) {
		const due = plan.findLast(({ on }) => on <= dayOf(new Date(sampledAt)));
		if (due) due.result = result;
	}
	return plan;
}
