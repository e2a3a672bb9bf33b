import { expect, test } from 'vitest';
import { dayOf, formatDay, formatMoment, formatNumber, formatTime, say, shiftDay, startOfDay } from './language.ts';

test.each([
	['2026-11-23T16:59:59.999Z', '2026-11-23'],
	['2026-11-23T17:00:00Z', '2026-11-24'],
	['2026-12-31T17:00:00Z', '2027-01-01'],
])('%s is on %s in Viet Nam', (moment, day) => {
	expect(dayOf(new Date(moment))).toBe(day);
});

test('a day begins at midnight in Viet Nam', () => {
	expect(startOfDay('2026-11-24').toISOString()).toBe('2026-11-23T17:00:00.000Z');
	expect(dayOf(startOfDay('2026-11-24'))).toBe('2026-11-24');
	expect(dayOf(new Date(startOfDay('2026-11-24').getTime() - 1))).toBe('2026-11-23');
});

test.each([
	['2026-02-28', 1, '2026-03-01'],
	['2028-02-28', 1, '2028-02-29'],
	['2026-01-01', -1, '2025-12-31'],
	['2026-11-24', -21, '2026-11-03'],
])('%s and %i days is %s', (day, days, other) => {
	expect(shiftDay(day, days)).toBe(other);
});

test('moments are written as people in Viet Nam read them, whatever the machine’s own zone', () => {
	const moment = new Date('2026-11-24T01:05:00Z');

	expect(formatDay(moment)).toBe('24/11/2026');
	expect(formatTime(moment)).toBe('08:05');
	expect(formatMoment(moment)).toBe('08:05 24/11/2026');
	expect(formatTime(startOfDay('2026-11-24'))).toBe('00:00');
});

test('numbers and words follow the language', () => {
	expect(formatNumber(1_234_567, 'vi')).toBe('1.234.567');
	expect(formatNumber(1_234_567, 'en')).toBe('1,234,567');
	expect(say({ vi: 'vào', en: 'in' }, 'en')).toBe('in');
});
