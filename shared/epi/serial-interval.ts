import type { Links } from './chains.ts';
import { noDay } from './chains.ts';

export interface Spread {
	count: number;
	mean: number;
	/** Of the sample, divided by n − 1; 0 for one value. */
	deviation: number;
	median: number;
	least: number;
	most: number;
	/** How many are below zero: fell ill before whoever infected them. */
	negative: number;
}

/**
 * Days from the onset of who infected to the onset of who was infected, link by link; below zero where the second fell
 * ill first, which happens when people infect before they feel it. Links where an onset is unknown are left out.
 */
export function serialIntervals({ infectors, infectees }: Links, onsets: Int32Array): number[] {
	const days: number[] = [];
	for (let link = 0; link < infectors.length; link++) {
		const [first, second] = [onsets[infectors[link]!]!, onsets[infectees[link]!]!];
		if (first !== noDay && second !== noDay) days.push(second - first);
	}
	return days;
}

export function spreadOf(values: readonly number[]): Spread | undefined {
	if (!values.length) return undefined;
	const sorted = [...values].sort((one, other) => one - other);
	const count = sorted.length;
	const mean = sorted.reduce((sum, one) => sum + one, 0) / count;
	const squares = sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	const middle = count >> 1;
	return {
		count,
		mean,
		deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
		median: count % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2,
		least: sorted[0]!,
		most: sorted[count - 1]!,
		negative: sorted.filter((one) => one < 0).length,
	};
}
