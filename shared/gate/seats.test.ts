import { describe, expect, test } from 'vitest';
import { arrangeSeats, listSeats, readSeat } from './seats.ts';

describe('a seat', () => {
	test.each([
		['12a', '12A'],
		[' 12 A ', '12A'],
		['１２Ａ', '12A'],
		['giường 4', 'GIƯỜNG4'],
		['B-07', 'B-07'],
	])('written %s is %s', (written, name) => expect(readSeat(written)).toBe(name));

	test.each(['', ' ', '=1+1', '-3', '<b>', '1234567890123', "A'", 'A;B'])('is not named %j', (written) =>
		expect(readSeat(written)).toBeUndefined(),
	);
});

describe('a plan', () => {
	test('of rows and letters names each seat once, row by row', () => {
		expect(listSeats({ rows: 2, letters: 'ABC' })).toEqual(['1A', '1B', '1C', '2A', '2B', '2C']);
	});

	test('of names keeps their order', () => {
		expect(listSeats({ names: ['b2', 'a1'] })).toEqual(['B2', 'A1']);
	});

	test.each([
		['a name twice', { names: ['1A', '1 a'] }],
		['a name that is none', { names: ['1A', '='] }],
		['a letter twice', { rows: 2, letters: 'AA' }],
		['no seat', { names: [] }],
		['801 seats', { names: Array.from({ length: 801 }, (_, n) => String(n)) }],
		['too many rows', { rows: 100, letters: 'ABCDEFGHI' }],
	])('with %s is none', (_what, plan) => expect(listSeats(plan)).toBeUndefined());

	test('of 800 seats is the largest', () => {
		expect(listSeats({ rows: 100, letters: 'ABCDEFGH' })).toHaveLength(800);
	});
});

describe('drawn', () => {
	test('seats of one number stand in one row', () => {
		expect(arrangeSeats(['1A', '1B', '2A', '10A', '10B'])).toEqual([['1A', '1B'], ['2A'], ['10A', '10B']]);
	});

	test('other names stand ten to a row', () => {
		expect(arrangeSeats(Array.from({ length: 11 }, (_, n) => `G${n}`)).map((row) => row.length)).toEqual([10, 1]);
	});
});
