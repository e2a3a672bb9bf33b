import { expect, test } from 'vitest';
import { remaining } from './remaining.ts';

const now = new Date('2026-11-24T08:00:00+07:00');

test.each([
	['08:59:59', 'còn 59 phút', '59 min left'],
	['09:05:00', 'còn 1 giờ 05 phút', '1 h 05 min left'],
	['08:00:30', 'còn 0 phút', '0 min left'],
	['07:48:00', 'quá hạn 12 phút', '12 min late'],
])('at %s: %s', (clock, vi, en) => {
	const dueAt = new Date(`2026-11-24T${clock}+07:00`);

	expect([remaining(dueAt, now, 'vi'), remaining(dueAt, now, 'en')]).toEqual([vi, en]);
});

test('days are days', () => {
	expect(remaining(new Date('2026-11-26T11:00:00+07:00'), now, 'vi')).toBe('còn 2 ngày 3 giờ');
});
