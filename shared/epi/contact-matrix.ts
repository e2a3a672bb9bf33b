/**
 * How often people of each group infected people of each other: `matrix[n][m]` times somebody of `groups[n]` infected
 * somebody of `groups[m]`. A pair with a group that is not listed is counted in `unknown`.
 */
export function contactMatrix(
	pairs: Iterable<readonly [string | undefined, string | undefined]>,
	groups: readonly string[],
): { matrix: number[][]; unknown: number } {
	const placeOf = new Map(groups.map((group, index) => [group, index]));
	const matrix = groups.map(() => groups.map(() => 0));
	let unknown = 0;
	for (const [from, to] of pairs) {
		const [row, column] = [placeOf.get(from ?? ''), placeOf.get(to ?? '')];
		if (row === undefined || column === undefined) unknown++;
		else matrix[row]![column]!++;
	}
	return { matrix, unknown };
}

/** Ages in whole years, in tens, the last one open. */
export const ageGroups = ['0–9', '10–19', '20–29', '30–39', '40–49', '50–59', '60–69', '70–79', '80+'] as const;

export const ageGroupOf = (age: number): (typeof ageGroups)[number] | undefined =>
	age < 0 || age > 130 ? undefined : ageGroups[Math.min(Math.floor(age / 10), 8)];
