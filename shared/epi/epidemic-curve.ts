import { shiftDay } from '../language.ts';

export interface Bin {
	/** The first day of it, `YYYY-MM-DD`; a week begins on Monday. */
	from: string;
	count: number;
}

const binsMax = 1_100;

/** How many fell ill each day or week, from the first to the last of them without a gap; at most three years of days. */
export function epidemicCurve(days: Iterable<string>, by: 'day' | 'week'): Bin[] {
	const counts = new Map<string, number>();
	for (const day of days) {
		const from = by === 'day' ? day : mondayOf(day);
		counts.set(from, (counts.get(from) ?? 0) + 1);
	}
	const sorted = [...counts.keys()].sort();
	const [first, last] = [sorted[0], sorted.at(-1)];
	if (!first || !last) return [];
	const bins: Bin[] = [];
	for (let from = first; from <= last && bins.length < binsMax; from = shiftDay(from, by === 'day' ? 1 : 7))
		bins.push({ from, count: counts.get(from) ?? 0 });
	return bins;
}

/** The Monday of the week a day lies in. */
export const mondayOf = (day: string): string => shiftDay(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
