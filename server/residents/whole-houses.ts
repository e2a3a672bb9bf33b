import { hasReported } from './list-dwellings.ts';
import type { Due, ResidentRow } from './queries-completion.ts';

/**
 * Of the people of some houses, house by house, so many at most and no house in part. Of a house that alone has more,
 * those who have yet to report come before the others: who is left over is on the page once these have reported.
 */
export function wholeHouses(rows: readonly ResidentRow[], due: Due, most: number): ResidentRow[] {
	const houses = [...Map.groupBy(rows, ({ number }) => number).values()];
	const [first = []] = houses;
	if (first.length > most) {
		const byReported = Map.groupBy(first, (row) => hasReported(row, due));
		return [...(byReported.get(false) ?? []), ...(byReported.get(true) ?? [])].slice(0, most);
	}
	const taken: ResidentRow[] = [];
	for (const house of houses) {
		if (taken.length + house.length > most) break;
		taken.push(...house);
	}
	return taken;
}
