import type { Stay } from './shared-time.ts';

/**
 * The most time the stays cover within any stretch of `hours`, in milliseconds; an hour in two stays at once is one hour.
 * A stretch that holds the most can be moved until it begins as a stay begins or ends as one ends, so only those are tried.
 */
export function mostWithinHours(stays: readonly Stay[], hours: number): number {
	const apart = mergeStays(stays);
	const width = hours * 3_600_000;
	let most = 0;
	for (const { enteredAt, leftAt } of apart)
		most = Math.max(most, coveredIn(apart, enteredAt, enteredAt + width), coveredIn(apart, leftAt - width, leftAt));
	return most;
}

/** The same moments as stays that do not touch, in the order of time. */
function mergeStays(stays: readonly Stay[]): Stay[] {
	const apart: Stay[] = [];
	for (const { enteredAt, leftAt } of stays.toSorted((a, b) => a.enteredAt - b.enteredAt)) {
		const last = apart.at(-1);
		if (last && enteredAt <= last.leftAt) last.leftAt = Math.max(last.leftAt, leftAt);
		else apart.push({ enteredAt, leftAt });
	}
	return apart;
}

const coveredIn = (stays: readonly Stay[], from: number, until: number): number =>
	stays.reduce(
		(sum, { enteredAt, leftAt }) => sum + Math.max(0, Math.min(leftAt, until) - Math.max(enteredAt, from)),
		0,
	);
