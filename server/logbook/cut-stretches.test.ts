import { expect, test } from 'vitest';
import { cutStretches } from './cut-stretches.ts';

const at = (clock: string) => new Date(`2026-11-24T${clock}:00+07:00`);
const day = { from: at('00:00'), until: at('23:59') };
const cut = (...stretches: [string, number][]) =>
	cutStretches(
		stretches.map(([clock, visits]) => ({ begins: at(clock), visits })),
		day,
	).map(({ from, until, rows }) => [from, until, rows]);

test('what fits is one file, to the last row', () => {
	expect(cut(['08:00', 60_000], ['09:00', 40_000])).toEqual([[day.from, day.until, 100_000]]);
});

test('one row more begins another file where that stretch begins', () => {
	expect(cut(['08:00', 60_000], ['09:00', 40_001], ['10:00', 5])).toEqual([
		[day.from, at('09:00'), 60_000],
		[at('09:00'), day.until, 40_006],
	]);
});

test('nothing is one file without rows', () => {
	expect(cut()).toEqual([[day.from, day.until, 0]]);
});

test('no row is lost or twice however many there are', () => {
	const parts = cut(
		...Array.from({ length: 100 }, (_, n): [string, number] => [
			n < 60 ? `08:${String(n).padStart(2, '0')}` : `09:${String(n - 60).padStart(2, '0')}`,
			7_000,
		]),
	);

	expect(parts.reduce((sum, [, , rows]) => sum + (rows as number), 0)).toBe(700_000);
	for (const [index, [from]] of parts.entries()) expect(from).toEqual(index ? parts[index - 1]![1] : day.from);
});
