import { describe, expect, test } from 'vitest';
import { type Course, deadlines, type Limits } from './deadlines.ts';

/** The clocks at home: list within 2 hours, decision within 1, notices within 3. */
const home = { listMinutes: 120, decisionMinutes: 60, noticeMinutes: 180 };
const clinic = { listMinutes: 60, decisionMinutes: 60 };
const at = (clock: string) => new Date(`2026-11-24T${clock.length === 5 ? `${clock}:00` : clock}+07:00`);

const states = (course: Course, now: string, limits: Limits = home) =>
	deadlines(course, limits, at(now)).map(({ step, state }) => `${step} ${state}`);
const listed = { knownAt: at('08:00'), proposedAt: at('09:00') };

describe('the list', () => {
	test.each([
		['two hours after to the second', '10:00', 'list done'],
		['a second later', '10:00:01', 'list late'],
		['at once', '08:00', 'list done'],
	])('made %s', (_what, proposedAt, first) => {
		expect(states({ knownAt: at('08:00'), proposedAt: at(proposedAt) }, '11:00:01')[0]).toBe(first);
	});
});

describe('the decision', () => {
	test.each([
		['09:00', 'running'],
		['09:44:59', 'running'],
		['09:45', 'soon'],
		['10:00', 'soon'],
		['10:00:01', 'missed'],
		['23:00', 'missed'],
	])('not taken at %s is %s', (now, state) => {
		expect(states(listed, now)).toEqual(['list done', `decision ${state}`]);
	});

	test('has its whole hour from a list that came late', () => {
		expect(states({ knownAt: at('06:00'), proposedAt: at('09:00') }, '09:30')).toEqual([
			'list late',
			'decision running',
		]);
	});

	test('taken late stays late for ever', () => {
		const course = { ...listed, decidedAt: at('10:00:01'), outcome: 'refused' as const };

		expect(states(course, '23:00')).toEqual(['list done', 'decision late']);
	});

	test('says when it is due, and when it was taken', () => {
		const [, decision] = deadlines({ ...listed, decidedAt: at('09:30'), outcome: 'refused' }, home, at('12:00'));

		expect(decision).toEqual({
			...{ step: 'decision', dueAt: at('10:00'), warnAt: at('09:45'), doneAt: at('09:30'), state: 'done' },
		});
	});
});

describe('the notices', () => {
	const accepted = { ...listed, decidedAt: at('09:30'), outcome: 'accepted' as const };

	test.each([
		['11:44:59', 'running'],
		['11:45', 'soon'],
		['12:30', 'soon'],
		['12:30:01', 'missed'],
	])('of a decision of 9:30 not given at %s are %s', (now, state) => {
		expect(states(accepted, now)[2]).toBe(`notice ${state}`);
	});

	test('given to the last one in time are done', () => {
		expect(states({ ...accepted, notifiedAt: at('12:30') }, '20:00')[2]).toBe('notice done');
		expect(states({ ...accepted, notifiedAt: at('12:30:01') }, '20:00')[2]).toBe('notice late');
	});

	test('are not asked for when it was refused, nor by the decree’s clock of a clinic', () => {
		expect(states({ ...accepted, outcome: 'refused' }, '20:00')).toHaveLength(2);
		expect(states(accepted, '20:00', clinic)).toHaveLength(2);
	});
});

test('the warning of a short step comes a quarter of an hour before, never before it begins', () => {
	const limits = { listMinutes: 10, decisionMinutes: 10 };

	expect(states({ knownAt: at('08:00'), proposedAt: at('08:00') }, '08:00', limits)[1]).toBe('decision soon');
	expect(states(listed, '09:44:59', clinic)[1]).toBe('decision running');
	expect(states(listed, '09:45', clinic)[1]).toBe('decision soon');
});
