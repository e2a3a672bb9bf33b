import type { Chains } from './chains.ts';

/**
 * Of each chain, how many people its cases met; somebody who met several cases of a chain is one. `cases[n]` met the person
 * `people[n]`, both numbers from 0.
 */
export function countMet(
	{ count, chainOf }: Pick<Chains, 'count' | 'chainOf'>,
	{ cases, people }: { cases: Int32Array; people: Int32Array },
	peopleCount: number,
): Int32Array {
	const met = new Int32Array(count);
	const lastChain = new Int32Array(peopleCount).fill(-1);
	for (const contact of inOrderOfChain(count, chainOf, cases)) {
		const chain = chainOf[cases[contact]!]!;
		if (lastChain[people[contact]!] === chain) continue;
		lastChain[people[contact]!] = chain;
		met[chain]!++;
	}
	return met;
}

/** The contacts chain by chain, so that it is enough to remember in which chain a person was met last. */
function inOrderOfChain(count: number, chainOf: Int32Array, cases: Int32Array): Int32Array {
	const next = new Int32Array(count + 1);
	for (const one of cases) next[chainOf[one]! + 1]!++;
	for (let chain = 0; chain < count; chain++) next[chain + 1]! += next[chain]!;
	const ordered = new Int32Array(cases.length);
	for (let contact = 0; contact < cases.length; contact++) ordered[next[chainOf[cases[contact]!]!]!++] = contact;
	return ordered;
}
