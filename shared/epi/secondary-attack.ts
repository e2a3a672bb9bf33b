import { type Proportion, proportion } from './proportion.ts';

/** Somebody who met a case. */
export interface FollowedContact {
	/** How they are related: household, work, … */
	relation: string;
	/** Whether they were followed to the last day, or fell ill before it. */
	isComplete: boolean;
	becameCase: boolean;
}

/**
 * Of those who met a case and were followed to the end, how many fell ill: of all, and by relation, the most frequent
 * first. Whoever was lost counts for nothing: it is not known how they fared.
 */
export function secondaryAttack(contacts: Iterable<FollowedContact>): {
	all: Proportion;
	byRelation: (Proportion & { relation: string })[];
	lost: number;
} {
	const counts = new Map<string, { of: number; count: number }>();
	let lost = 0;
	for (const { relation, isComplete, becameCase } of contacts) {
		if (!isComplete && !becameCase) {
			lost++;
			continue;
		}
		const known = counts.get(relation) ?? { of: 0, count: 0 };
		counts.set(relation, { of: known.of + 1, count: known.count + (becameCase ? 1 : 0) });
	}
	const sum = (field: 'of' | 'count') => [...counts.values()].reduce((total, one) => total + one[field], 0);
	return {
		all: proportion(sum('count'), sum('of')),
		byRelation: [...counts]
			.map(([relation, { count, of }]) => ({ relation, ...proportion(count, of) }))
			.sort((one, other) => other.of - one.of || (one.relation < other.relation ? -1 : 1)),
		lost,
	};
}
