import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cells, counted, noCells } from './cells.ts';
import { hideSmall, hideSmallIn } from './hide-small.ts';

const cells = (due: number, reported: number, more: Partial<Cells> = {}): Cells => ({
	...noCells,
	...{ due, reported, missing: due - reported, ...more },
});
const trio = ({ due, reported, missing }: Cells) => [due, reported, missing];

test('a number below the smallest is hidden, and nobody is not', () => {
	const [first, second] = hideSmall([cells(400, 300, { red: 9 }), cells(500, 500, { red: 40 })], 10);

	expect(first!.red).toBeNull();
	expect(second!.missing).toBe(0);
});

test('ten are seen, nine are not', () => {
	expect(hideSmallIn(cells(100, 90), 10).missing).toBe(10);
	expect(hideSmallIn(cells(100, 91), 10).missing).toBeNull();
});

test('with how many are missing goes how many reported, as both make the whole', () => {
	expect(trio(hideSmallIn(cells(100, 96), 10))).toEqual([100, null, null]);
	expect(trio(hideSmallIn(cells(100, 4), 10))).toEqual([100, null, null]);
});

test('a single hidden row would follow from the whole: the next smallest goes with it', () => {
	const shown = hideSmall(
		[cells(100, 100, { red: 3 }), cells(100, 100, { red: 60 }), cells(100, 100, { red: 20 })],
		10,
	);

	expect(shown.map(({ red }) => red)).toEqual([null, 60, null]);
});

test('of two hidden rows the sum follows: it is no smaller than what may be seen', () => {
	const shown = hideSmall(
		[1, 1, 20, 30].map((red) => cells(100, 100, { red })),
		10,
	);

	expect(shown.map(({ red }) => red)).toEqual([null, null, null, 30]);
});

test('what nobody counted stays unknown', () => {
	expect(hideSmallIn(cells(100, 50), 10)).not.toHaveProperty('silent');
});

const rowsOf = fc.array(
	fc
		.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(15))
		.map(([reported, missing, red, cases]) => cells(reported + missing, reported, { red, cases })),
	{ minLength: 1, maxLength: 8 },
);

test('whatever the table: what is hidden follows neither from its row nor from its column and the whole', () => {
	fc.assert(
		fc.property(rowsOf, fc.integer({ min: 2, max: 15 }), (rows, smallest) => {
			const shown = hideSmall(rows, smallest);

			for (const name of counted.slice(0, 5)) {
				const [open, hidden] = [[], []] as [number[], number[]];
				for (const [index, row] of shown.entries()) (row[name] === null ? hidden : open).push(rows[index]![name]!);
				const sum = hidden.reduce((all, one) => all + one, 0);
				for (const value of open) expect(value === 0 || value >= smallest).toBe(true);
				// All of a table may be hidden: its whole is small then too, or is that one row.
				if (hidden.length && open.length) expect(hidden.length >= 2 && sum >= smallest).toBe(true);
			}
			for (const row of shown) expect(trio(row).filter((value) => value === null).length).not.toBe(1);
		}),
		{ numRuns: 500, seed: 24 },
	);
});

test('whatever the table: no hidden number is the only solution of all that is shown together', () => {
	fc.assert(
		fc.property(rowsOf, fc.integer({ min: 2, max: 15 }), (rows, smallest) => {
			const whole = trioOf(rows.map((row) => trio(row)));
			if (whole.some((value) => value > 0 && value < smallest)) return;
			const shown = hideSmall(rows, smallest);

			if (rows.filter(({ due }) => due).length > 1) expect(solved(shown)).toEqual([]);
		}),
		{ numRuns: 500, seed: 24 },
	);
});

const trioOf = (all: (number | null | undefined)[][]) =>
	[0, 1, 2].map((at) => all.reduce((sum, row) => sum + row[at]!, 0));

/** The hidden cells of the three linked columns that row and column sums determine, by elimination. */
function solved(shown: readonly Cells[]): string[] {
	const unknown = shown.flatMap((row, index) =>
		trio(row).flatMap((value, at) => (value === null ? [`${index} ${at}`] : [])),
	);
	const row = (keys: [string, number][]) => unknown.map((key) => keys.find(([one]) => one === key)?.[1] ?? 0);
	const equations = [
		...shown.map((_, index) =>
			row([
				[`${index} 0`, 1],
				[`${index} 1`, -1],
				[`${index} 2`, -1],
			]),
		),
		...[0, 1, 2].map((at) => row(shown.map((_, index) => [`${index} ${at}`, 1]))),
	];
	const reduced = eliminate(equations);
	return reduced.flatMap((equation) => {
		const used = equation.flatMap((factor, at) => (Math.abs(factor) > 1e-9 ? [unknown[at]!] : []));
		return used.length === 1 ? used : [];
	});
}

function eliminate(rows: number[][]): number[][] {
	const left = rows.map((row) => [...row]);
	let done = 0;
	for (let column = 0; column < (left[0]?.length ?? 0); column++) {
		const pivot = left.findIndex((row, index) => index >= done && Math.abs(row[column]!) > 1e-9);
		if (pivot < 0) continue;
		[left[done], left[pivot]] = [left[pivot]!, left[done]!];
		const factor = left[done]![column]!;
		left[done] = left[done]!.map((value) => value / factor);
		for (const [index, row] of left.entries())
			if (index !== done) left[index] = row.map((value, at) => value - row[column]! * left[done]![at]!);
		done++;
	}
	return left;
}
