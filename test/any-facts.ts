import fc from 'fast-check';
import { shiftDay } from '#shared/language';
import type { Facts } from '../server/monitoring/assess-state.ts';

/** A day early in November 2026. */
export const anyDay = fc.integer({ min: 0, max: 12 }).map((days) => shiftDay('2026-11-01', days));
/** What may be known of a duty of those days. */
export const anyFacts: fc.Arbitrary<Facts> = fc
	.record({
		fromOn: anyDay,
		untilOn: fc.option(anyDay),
		isEnded: fc.boolean(),
		lastReportOn: fc.option(anyDay),
		isSymptomatic: fc.boolean(),
		lastSymptomOn: fc.option(anyDay),
		clearOn: fc.option(anyDay),
		positiveOn: fc.option(anyDay),
		reviewedOn: fc.option(anyDay),
	})
	.filter(({ fromOn, untilOn }) => untilOn === null || untilOn >= fromOn);
