/** A place that cases were at. */
export interface VisitedPlace {
	place: string;
	/** How many different cases were there. */
	cases: number;
	/** How many visits of anybody it had in the same days. */
	footfall: number;
}

export interface RankedPlace extends VisitedPlace {
	/** How many cases its footfall alone would explain. */
	expected: number;
	/** How many times more cases than that, drawn towards 1 where little is known. */
	excess: number;
	/** What the excess is at least, with nineteen in twenty: what places are ranked by. */
	excessMin: number;
}

/**
 * Weighs places by the cases their footfall does not explain: a market everybody goes to has many cases without being the
 * source. Cases at a place are Poisson with footfall times a common rate times the place's own excess; the excess has a
 * gamma prior around 1, so that a corner shop with two cases does not outrank a hall with thirty. Those whose excess is
 * surely highest come first.
 *
 * `priorCases` is how many expected cases it takes until a place's own count weighs as much as the prior.
 */
export function rankByExcess(places: readonly VisitedPlace[], priorCases = 2): RankedPlace[] {
	const sum = (of: (one: VisitedPlace) => number) => places.reduce((total, one) => total + of(one), 0);
	const rate =
		sum((one) => one.cases) /
		Math.max(
			1,
			sum((one) => one.footfall),
		);
	return places
		.map((one) => {
			const expected = one.footfall * rate;
			const shape = one.cases + priorCases;
			const scale = expected + priorCases;
			return { ...one, expected, excess: shape / scale, excessMin: gammaLow(shape) / scale };
		})
		.sort((a, b) => b.excessMin - a.excessMin || b.cases - a.cases || (a.place < b.place ? -1 : 1));
}

/** The twentieth part of a gamma distribution of this shape and scale 1, by Wilson and Hilferty (1931). */
function gammaLow(shape: number): number {
	const root = 1 - 1 / (9 * shape) - 1.644854 / (3 * Math.sqrt(shape));
	return shape * Math.max(0, root) ** 3;
}
