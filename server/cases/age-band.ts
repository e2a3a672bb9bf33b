const firstAges = [0, 5, 18, 30, 45, 60, 75];

/** `30–44`: the band of ages somebody born in a year falls into in another; undefined for one born later. */
export function ageBand(birthYear: number, year: number): string | undefined {
	const age = year - birthYear;
	const index = firstAges.findLastIndex((first) => first <= age);
	if (index < 0) return undefined;
	const next = firstAges[index + 1];
	return next === undefined ? `${firstAges[index]}+` : `${firstAges[index]}–${next - 1}`;
}
