import { describe, expect, test } from 'vitest';
import { type Chains, findChains, isActive, type Links, noDay } from './chains.ts';
import { countMet } from './met.ts';

const links = (...pairs: [number, number][]): Links => ({
	infectors: Int32Array.from(pairs, ([infector]) => infector),
	infectees: Int32Array.from(pairs, ([, infectee]) => infectee),
});
const days = (...all: number[]) => Int32Array.from(all);
const noDays = (cases: number) => new Int32Array(cases).fill(noDay);
const read = ({ chainOf, sizes, links: counts, lengths, generationOf }: Chains) => ({
	chainOf: [...chainOf],
	sizes: [...sizes],
	links: [...counts],
	lengths: [...lengths],
	generationOf: [...generationOf],
});

describe('chains', () => {
	test.each([
		['nobody', 0, links(), { chainOf: [], sizes: [], links: [], lengths: [], generationOf: [] }],
		['one alone', 1, links(), { chainOf: [0], sizes: [1], links: [0], lengths: [1], generationOf: [0] }],
		[
			'one after the other',
			3,
			links([2, 1], [1, 0]),
			{ chainOf: [0, 0, 0], sizes: [3], links: [2], lengths: [3], generationOf: [2, 1, 0] },
		],
		[
			'two chains and one alone',
			5,
			links([0, 3], [4, 1]),
			{
				...{ chainOf: [0, 1, 2, 0, 1], sizes: [2, 2, 1], links: [1, 1, 0], lengths: [2, 2, 1] },
				generationOf: [0, 1, 0, 1, 0],
			},
		],
		[
			'two who may have infected one: the longer way counts',
			4,
			links([0, 1], [1, 2], [0, 2], [3, 2]),
			{ chainOf: [0, 0, 0, 0], sizes: [4], links: [4], lengths: [3], generationOf: [0, 1, 2, 0] },
		],
		[
			'a circle has no generations, nor what follows it',
			4,
			links([0, 1], [1, 2], [2, 1], [2, 3]),
			{ chainOf: [0, 0, 0, 0], sizes: [4], links: [4], lengths: [1], generationOf: [0, -1, -1, -1] },
		],
	])('%s', (_name, cases, given, expected) => {
		expect(read(findChains(cases, given, noDays(cases)))).toEqual(expected);
	});

	test('begin and end with the first and last day of their cases, unknown days left aside', () => {
		const { firstDays, lastDays } = findChains(5, links([0, 1], [1, 2]), days(10, noDay, 14, noDay, -3));

		expect([...firstDays]).toEqual([10, noDay, -3]);
		expect([...lastDays]).toEqual([14, noDay, -3]);
	});

	test.each([
		[100, 114, true],
		[100, 115, false],
		[noDay, 114, false],
	])('whose last case is of day %s is active on day %s, fourteen days allowed: %s', (last, today, expected) => {
		expect(isActive(last, today, 14)).toBe(expected);
	});
});

test('sets merged link by link, as slowly as can be, give the same chains of any six hundred links', () => {
	let seed = 11;
	const random = (below: number) => {
		seed = (seed * 48_271) % 2_147_483_647;
		return seed % below;
	};
	for (let round = 0; round < 5; round++) {
		const cases = 300 + random(900);
		const pairs = Array.from({ length: 600 }, () => {
			const infectee = 1 + random(cases - 1);
			return [random(infectee), infectee] as [number, number];
		});
		const slow = Array.from({ length: cases }, (_, one) => new Set([one]));
		for (const [one, other] of pairs) {
			const merged = new Set([...slow[one]!, ...slow[other]!]);
			for (const member of merged) slow[member] = merged;
		}

		const { chainOf, sizes, lengths } = findChains(cases, links(...pairs), noDays(cases));

		expect(Array.from(chainOf, (chain) => sizes[chain])).toEqual(slow.map((members) => members.size));
		for (const [one, other] of pairs) expect(chainOf[one]).toBe(chainOf[other]);
		expect(Math.max(...lengths)).toBe(longestWay(cases, pairs));
	}
});

/** Links go from a lower number to a higher one. */
function longestWay(cases: number, pairs: [number, number][]): number {
	const length = Array<number>(cases).fill(1);
	const ordered = pairs.toSorted((one, other) => one[0] - other[0]);
	for (const [from, to] of ordered) length[to] = Math.max(length[to]!, length[from]! + 1);
	return Math.max(...length);
}

test('who met two cases of one chain is one, who met cases of two chains is one in each', () => {
	const chains = findChains(4, links([0, 2], [1, 3]), noDays(4));
	const met = { cases: days(0, 2, 1, 0, 3, 3), people: days(0, 0, 0, 1, 2, 2) };

	expect([...countMet(chains, met, 3)]).toEqual([2, 2]);
});
