import { describe, expect, test } from 'vitest';
import { isWithinRows, rowOfSeat } from './seat-rows.ts';

test.each<[string, number | undefined]>([
	['12A', 12],
	['B07', 7],
	['giường 5', 5],
	['giường_5_tầng_2', 5],
	['A', undefined],
	['', undefined],
])('the row of the seat “%s” is %s', (seat, row) => {
	expect(rowOfSeat(seat)).toBe(row);
});

describe('two seats', () => {
	test.each<[string, string | undefined, string | undefined, number, boolean]>([
		['of one row are within no rows', '12A', '12F', 0, true],
		['of neighbouring rows are not within no rows', '12A', '13A', 0, false],
		['two rows apart are within two', '12A', '14C', 2, true],
		['three rows apart are not within two', '12A', '15C', 2, false],
		['are compared as numbers', '9A', '11A', 2, true],
		['of which one has no number may be near', '12A', 'cuối xe', 2, true],
		['of which one nobody noted may be near', '12A', undefined, 2, true],
	])('%s', (_words, one, other, rows, isNear) => {
		expect(isWithinRows(one, other, rows)).toBe(isNear);
		expect(isWithinRows(other, one, rows)).toBe(isNear);
	});
});
