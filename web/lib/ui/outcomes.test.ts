import { expect, test } from 'vitest';
import { nextOf, outcomes } from './outcomes.ts';

test.each([
	['of a full place the staff is asked', ['place-full'], 'Ask the staff'],
	['a taken seat is looked at again', ['seat-taken'], 'your ticket'],
	['the first of both counts', ['place-full', 'seat-taken'], 'Ask the staff'],
])('%s', (_what, reasons, words) => expect(nextOf('amber', reasons).en).toContain(words));

test.each([
	['a sign of disease beside it', 'amber' as const, ['symptoms', 'place-full']],
	['no reason at all', 'amber' as const, []],
	['a graver outcome', 'red' as const, ['place-full']],
])('%s keeps the words about health', (_what, outcome, reasons) =>
	expect(nextOf(outcome, reasons)).toBe(outcomes[outcome].next),
);
