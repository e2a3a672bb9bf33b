import { describe, expect, test } from 'vitest';
import { rankByExcess, type VisitedPlace } from './excess.ts';

const places = (...rows: [string, number, number][]): VisitedPlace[] =>
	rows.map(([place, cases, footfall]) => ({ place, cases, footfall }));

describe('places are ranked by what footfall does not explain', () => {
	test.each<[string, VisitedPlace[], string]>([
		[
			'a karaoke bar of ten cases comes before a market of twenty',
			places(['market', 20, 20_000], ['bar', 10, 200]),
			'bar',
		],
		['of two with the same footfall the one with more cases', places(['a', 4, 500], ['b', 9, 500]), 'b'],
		['of two with the same cases the one with less footfall', places(['a', 6, 5_000], ['b', 6, 500]), 'b'],
		[
			'a hall of thirty comes before a corner shop of two',
			places(['shop', 2, 10], ['hall', 30, 600], ['x', 9, 9_000]),
			'hall',
		],
	])('%s', (_words, all, first) => {
		expect(rankByExcess(all)[0]!.place).toBe(first);
	});

	test('expected cases add up to those there are', () => {
		const ranked = rankByExcess(places(['a', 3, 100], ['b', 1, 900], ['c', 5, 4_000]));

		expect(ranked.reduce((sum, one) => sum + one.expected, 0)).toBeCloseTo(9, 9);
	});

	test('a place with exactly what its footfall explains has an excess of one', () => {
		const [one] = rankByExcess(places(['a', 4, 400]));

		expect(one!.excess).toBeCloseTo(1, 9);
		expect(one!.excessMin).toBeLessThan(1);
	});

	test('nowhere is nothing', () => {
		expect(rankByExcess([])).toEqual([]);
	});
});

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/**
 * A town of 300 places with Zipf-like footfall, 40 cases with ten visits each by footfall; three in ten of them were also
 * at one place of middling footfall, where they caught it.
 */
function simulate(seed: number): { planted: string; places: VisitedPlace[] } {
	const random = randomOf(seed);
	const footfall = Array.from({ length: 300 }, (_none, rank) => Math.round(20_000 / (rank + 1) + 20));
	const total = footfall.reduce((sum, one) => sum + one, 0);
	const draw = () => {
		let at = random() * total;
		return footfall.findIndex((one) => (at -= one) < 0);
	};
	const planted = 20 + Math.floor(random() * 200);
	const seen = footfall.map(() => new Set<number>());
	for (let one = 0; one < 40; one++) {
		for (let visit = 0; visit < 10; visit++) seen[draw()]?.add(one);
		if (random() < 0.3) seen[planted]!.add(one);
	}
	const places = footfall.map((all, place) => ({ place: String(place), cases: seen[place]!.size, footfall: all }));
	return { planted: String(planted), places: places.filter((one) => one.cases > 1) };
}

test('a planted source ranks first in at least 95 of 100 towns, where counting cases alone would not', () => {
	const towns = Array.from({ length: 100 }, (_none, seed) => simulate(seed + 1));

	const byExcess = towns.filter(({ planted, places }) => rankByExcess(places)[0]!.place === planted);
	const byCount = towns.filter(
		({ planted, places }) => places.toSorted((a, b) => b.cases - a.cases)[0]!.place === planted,
	);

	expect(byExcess.length).toBeGreaterThanOrEqual(95);
	expect(byCount.length).toBeLessThan(20);
});
