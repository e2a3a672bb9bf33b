import { describe, expect, test } from 'vitest';
import { recognise } from './index.ts';
import { displayPersonalNumber, newPersonalNumber, readPersonalNumber } from './personal-number.ts';

const now = new Date('2026-11-24T08:00:00+07:00');

describe('a personal number', () => {
	test('is six random characters nobody reads wrongly, in two groups', () => {
		const numbers = Array.from({ length: 10_000 }, () => newPersonalNumber());

		for (const number of numbers) expect(readPersonalNumber(displayPersonalNumber(number))).toBe(number);
		expect(new Set(numbers).size).toBeGreaterThan(9_990);
		expect(displayPersonalNumber('K7QF2M')).toBe('K7Q-F2M');
	});

	test.each([
		['k7q-f2m', 'K7QF2M'],
		[' K7Q F2M\n', 'K7QF2M'],
		['O1lI00', '011100'],
		['Ｋ７Ｑ－Ｆ２Ｍ', 'K7QF2M'],
	])('written %s is %s', (written, number) => {
		expect(readPersonalNumber(written)).toBe(number);
		expect(recognise(written, now)).toMatchObject({ ok: true, name: 'number', shows: 'person', content: number });
	});

	test.each(['K7QF2', 'K7QF2MM', 'K7QFU2', 'K7Q_F2', 'Đ7QF2M', ''])('%s is none', (written) => {
		expect(readPersonalNumber(written)).toBeUndefined();
		expect(recognise(written, now).ok).toBe(false);
	});

	test('is told from a place’s code by its length', () => {
		expect(recognise('K7QF2M9XV', now)).toMatchObject({ ok: true, name: 'place' });
	});
});
