import type { YearCount } from './by-usual.ts';

/**
 * Mean and standard deviation of the newest years that were no epidemic, so many as the rule asks; undefined where there
 * are too few to speak of what is usual.
 */
export function usualOf(
	earlier: readonly YearCount[],
	{ years, yearsMin, deviation }: { years: number; yearsMin: number; deviation: 'sample' | 'population' },
): { mean: number; deviation: number; years: number } | undefined {
	const counted = earlier
		.filter(({ isEpidemic }) => !isEpidemic)
		.sort((one, other) => other.year - one.year)
		.slice(0, years)
		.map(({ cases }) => cases);
	if (counted.length < yearsMin) return undefined;
	const mean = counted.reduce((sum, one) => sum + one, 0) / counted.length;
	const squares = counted.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	const degrees = deviation === 'sample' ? counted.length - 1 : counted.length;
	return { mean, deviation: Math.sqrt(squares / degrees), years: counted.length };
}
