/** A day nobody knows, in an array of days. */
export const noDay = -0x8000_0000;

/** Who may have infected whom: `infectors[n]` infected `infectees[n]`, both numbers of cases from 0. */
export interface Links {
	infectors: Int32Array;
	infectees: Int32Array;
}

export interface Chains {
	count: number;
	/** Of each case, the number of its chain. Chains are numbered in the order of their first case. */
	chainOf: Int32Array;
	/** Of each chain, how many cases and links it has. */
	sizes: Int32Array;
	links: Int32Array;
	/** Of each case, the longest way to it from a case nobody infected, in steps; −1 on a circle and after it. */
	generationOf: Int32Array;
	/** Of each chain, how many cases its longest way passes. */
	lengths: Int32Array;
	/** Of each chain, its first and last day, `noDay` where none of its cases has one. */
	firstDays: Int32Array;
	lastDays: Int32Array;
	/** Of each case, how many it infected and by how many it may have been infected. */
	infected: Int32Array;
	infectedBy: Int32Array;
}

/**
 * Joins cases into chains of transmission by union-find and finds the longest way through each, in time that grows with
 * the number of cases and links only. `days` are whole days since any one day, one for each case.
 */
export function findChains(cases: number, { infectors, infectees }: Links, days: Int32Array): Chains {
	const chainOf = joinAll(cases, infectors, infectees);
	const count = cases ? number(chainOf) : 0;
	const { generationOf, infected, infectedBy } = findGenerations(cases, infectors, infectees);
	const chains: Chains = {
		...{ count, chainOf, generationOf, infected, infectedBy },
		...{ sizes: new Int32Array(count), links: new Int32Array(count), lengths: new Int32Array(count) },
		...{ firstDays: new Int32Array(count).fill(noDay), lastDays: new Int32Array(count).fill(noDay) },
	};
	for (let one = 0; one < cases; one++) {
		const chain = chainOf[one]!;
		chains.sizes[chain]!++;
		chains.lengths[chain] = Math.max(chains.lengths[chain]!, generationOf[one]! + 1);
		const day = days[one]!;
		if (day === noDay) continue;
		if (chains.firstDays[chain] === noDay || day < chains.firstDays[chain]!) chains.firstDays[chain] = day;
		if (day > chains.lastDays[chain]!) chains.lastDays[chain] = day;
	}
	for (const infector of infectors) chains.links[chainOf[infector]!]!++;
	return chains;
}

/** A chain is active while somebody it reached may still fall ill: `days` after its last case. */
export const isActive = (lastDay: number, today: number, days: number): boolean =>
	lastDay !== noDay && today - lastDay <= days;

/** Of each case the first case of its chain. */
function joinAll(cases: number, infectors: Int32Array, infectees: Int32Array): Int32Array {
	const parent = Int32Array.from({ length: cases }, (_, one) => one);
	const top = (one: number): number => {
		let at = one;
		while (parent[at] !== at) {
			parent[at] = parent[parent[at]!]!;
			at = parent[at]!;
		}
		return at;
	};
	for (let link = 0; link < infectors.length; link++) {
		const [one, other] = [top(infectors[link]!), top(infectees[link]!)];
		if (one < other) parent[other] = one;
		else parent[one] = other;
	}
	for (let one = 0; one < cases; one++) parent[one] = top(one);
	return parent;
}

/** Numbers the chains from 0; returns how many there are. */
function number(firstOf: Int32Array): number {
	let count = 0;
	// The first case of a chain comes before all others of it, and has its number by then.
	const numbers = new Int32Array(firstOf.length);
	for (let one = 0; one < firstOf.length; one++)
		numbers[one] = firstOf[one] === one ? count++ : numbers[firstOf[one]!]!;
	firstOf.set(numbers);
	return count;
}

/** Takes away, again and again, the cases all of whose infectors have been taken. */
function findGenerations(cases: number, infectors: Int32Array, infectees: Int32Array) {
	const infected = new Int32Array(cases);
	const infectedBy = new Int32Array(cases);
	for (const infector of infectors) infected[infector]!++;
	for (const infectee of infectees) infectedBy[infectee]!++;
	const startOf = new Int32Array(cases + 1);
	for (let one = 0; one < cases; one++) startOf[one + 1] = startOf[one]! + infected[one]!;
	const next = startOf.slice(0, cases);
	const targets = new Int32Array(infectors.length);
	for (let link = 0; link < infectors.length; link++) targets[next[infectors[link]!]!++] = infectees[link]!;

	const generationOf = new Int32Array(cases).fill(-1);
	const waitsFor = infectedBy.slice();
	const queue = new Int32Array(cases);
	let end = 0;
	for (let one = 0; one < cases; one++) if (!waitsFor[one]) queue[end++] = one;
	const longest = new Int32Array(cases);
	for (let at = 0; at < end; at++) {
		const one = queue[at]!;
		generationOf[one] = longest[one]!;
		for (let slot = startOf[one]!; slot < startOf[one + 1]!; slot++) {
			const target = targets[slot]!;
			longest[target] = Math.max(longest[target]!, longest[one]! + 1);
			waitsFor[target]!--;
			if (!waitsFor[target]) queue[end++] = target;
		}
	}
	return { generationOf, infected, infectedBy };
}
