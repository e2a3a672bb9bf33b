import { gammaCdf, gammaQuantile } from './gamma.ts';

/** R over one window of days, which ends with the day of that number (from 0). */
export interface Reproduction {
	from: number;
	until: number;
	mean: number;
	deviation: number;
	low: number;
	median: number;
	high: number;
}

/**
 * The chance that a serial interval takes 0, 1, 2 … whole days: a gamma distribution shifted by a day, made discrete as in
 * Cori et al., Am J Epidemiol 2013;178:1505, appendix 11 (`discr_si` of EpiEstim). Mean above 1, in days.
 */
export function discreteSerialInterval(mean: number, deviation: number, days: number): number[] {
	const shape = ((mean - 1) / deviation) ** 2;
	const scale = deviation ** 2 / (mean - 1);
	const below = (day: number, more = 0) => gammaCdf(day, shape + more, scale);
	return Array.from({ length: days }, (_, day) => {
		const share = day * below(day) + (day - 2) * below(day - 2) - 2 * (day - 1) * below(day - 1);
		const moment = shape * scale * (2 * below(day - 1, 1) - below(day - 2, 1) - below(day, 1));
		return Math.max(0, share + moment);
	});
}

/** A prior so wide that the data decide: a gamma distribution of mean 5 and deviation 5, as EpiEstim has it. */
const prior = { shape: 1, scale: 5 };

/**
 * How many people each case infects at the time, in windows that slide by a day (Cori et al. 2013): the posterior of R
 * given how many fell ill each day and how infectious those before them were. The first day's cases came from outside, as
 * did those of `imported`: they infect and were not infected here. `interval[n]` is the chance of a serial interval of n
 * days. The first window begins with the second day.
 */
export function estimateReproduction(
	incidence: readonly number[],
	interval: readonly number[],
	{ window = 7, imported = [] }: { window?: number; imported?: readonly number[] } = {},
): Reproduction[] {
	const infectious = incidence.map((_, day) =>
		interval.reduce((sum, chance, back) => sum + (back && day >= back ? chance * incidence[day - back]! : 0), 0),
	);
	const found: Reproduction[] = [];
	for (let until = window; until < incidence.length; until++) {
		const from = until - window + 1;
		let [cases, weight] = [0, 0];
		for (let day = from; day <= until; day++) {
			cases += incidence[day]! - (imported[day] ?? 0);
			weight += infectious[day]!;
		}
		// While nobody could have infected anybody there is nothing to say but the prior.
		if (weight === 0) continue;
		const shape = prior.shape + cases;
		const scale = 1 / (1 / prior.scale + weight);
		const [low, median, high] = [0.025, 0.5, 0.975].map((share) => gammaQuantile(share, shape, scale)) as [
			number,
			number,
			number,
		];
		found.push({ from, until, mean: shape * scale, deviation: Math.sqrt(shape) * scale, low, median, high });
	}
	return found;
}
