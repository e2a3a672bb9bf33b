import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOfCoarse, makeCoarse } from './coarse.ts';
import type { Position } from './outline.ts';

const square = (x: number, y: number, side: number): Position[] => [
	[x, y],
	[x + side, y],
	[x + side, y + side],
	[x, y + side],
];

test('a corner nobody would see goes, one that matters stays', () => {
	const ring: Position[] = [
		[105, 21],
		[105.5, 21.001],
		[106, 21],
		[106, 22],
		[105.5, 22.3],
		[105, 22],
	];

	expect(makeCoarse([[ring]], 0.01).polygons).toEqual([
		[[1050000, 210000, 1060000, 210000, 1060000, 220000, 1055000, 223000, 1050000, 220000]],
	]);
});

test('an islet far out stays as a position, one by the coast goes', () => {
	const { polygons, islets } = makeCoarse(
		[[square(105, 21, 1)], [square(105.5, 21.5, 0.001)], [square(114, 10, 0.001)], [square(114.002, 10.002, 0.001)]],
		0.01,
	);

	expect(polygons).toHaveLength(1);
	expect(islets).toEqual([1140000, 100000]);
});

test('an area that is nothing but islets is still somewhere', () => {
	const coarse = makeCoarse([[square(114, 10, 0.001)]], 0.01);

	expect(coarse.polygons).toEqual([]);
	expect(boxOfCoarse(coarse)).toEqual([114, 10, 114, 10]);
});

test('a lake stays a hole', () => {
	expect(makeCoarse([[square(105, 21, 1), square(105.4, 21.4, 0.2)]], 0.01).polygons[0]).toHaveLength(2);
});

const ringOf = fc
	.array(fc.tuple(fc.double({ min: 0.5, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true })), {
		minLength: 3,
		maxLength: 60,
	})
	.map((steps) => {
		const turn = steps.reduce((sum, [, step]) => sum + step, 0);
		let angle = 0;
		return steps.map(([radius, step]): Position => {
			angle += (step / turn) * 2 * Math.PI;
			return [105 + radius * Math.cos(angle), 16 + radius * Math.sin(angle)];
		});
	});

test('whatever the ring: no position of it is further from what is kept than the tolerance', () => {
	fc.assert(
		fc.property(ringOf, fc.double({ min: 0.001, max: 0.1, noNaN: true }), (ring, tolerance) => {
			const [edge] = makeCoarse([[ring]], tolerance).polygons[0] ?? [[]];
			const kept = edge!.flatMap((x, at): Position[] => (at % 2 ? [] : [[x / 1e4, edge![at + 1]! / 1e4]]));

			for (const one of ring) expect(distance(one, kept)).toBeLessThanOrEqual(tolerance + 1e-4);
		}),
		{ numRuns: 200, seed: 24 },
	);
});

/** How far a position is from the nearest side, by trying a thousand places on each. */
function distance([x, y]: Position, ring: readonly Position[]): number {
	return ring.reduce((least, [x1, y1], index) => {
		const [x2, y2] = ring[(index + 1) % ring.length]!;
		for (let step = 0; step <= 1_000; step++) {
			const [px, py] = [x1 + ((x2 - x1) * step) / 1_000, y1 + ((y2 - y1) * step) / 1_000];
			least = Math.min(least, Math.hypot(x - px, y - py));
		}
		return least;
	}, Number.POSITIVE_INFINITY);
}
