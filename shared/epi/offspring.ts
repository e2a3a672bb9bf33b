import { gammaCdf, gammaQuantile, lnGamma } from './gamma.ts';
import { likelihoodInterval, maximise } from './likelihood.ts';

/** Bounds of a 95 % interval; a side the data do not bound is left out. */
export interface Interval {
	low?: number;
	high?: number;
}

export interface OffspringFit {
	cases: number;
	/** R: how many people a case infected, on average. */
	mean: number;
	meanInterval: Interval;
	/** k: the smaller, the more a few cases infect most. Infinity: no more spread than chance alone makes. */
	dispersion: number;
	dispersionInterval: Interval;
}

const bounds = { from: 1e-3, until: 1e3 };

/** How many cases infected nobody, one person, two …: `histogram[n]` cases infected n. */
export function countOffspring(infected: Iterable<number>): number[] {
	const histogram: number[] = [];
	for (const count of infected) {
		while (histogram.length <= count) histogram.push(0);
		histogram[count]!++;
	}
	return histogram;
}

/**
 * The negative binomial distribution that fits best by maximum likelihood (Lloyd-Smith et al., Nature 2005;438:355), with
 * intervals by profile likelihood. `histogram[n]` is how many cases infected n people. Undefined without a case or
 * when nobody infected anybody, where k has no meaning.
 */
export function fitOffspring(histogram: readonly number[]): OffspringFit | undefined {
	const cases = histogram.reduce((sum, count) => sum + count, 0);
	const infected = histogram.reduce((sum, count, n) => sum + count * n, 0);
	if (!cases || !infected) return undefined;
	const mean = infected / cases;
	// For any k the likeliest mean is that of the sample.
	const best = maximise((k) => logLikelihood(histogram, mean, k), bounds.from, bounds.until);
	const isPoisson = best > bounds.until * 0.99;
	const k = isPoisson ? Number.POSITIVE_INFINITY : best;
	const bestFor = (r: number) => {
		const other = maximise((one) => logLikelihood(histogram, r, one), bounds.from, bounds.until);
		return logLikelihood(histogram, r, other);
	};
	const ofK = (one: number) => logLikelihood(histogram, mean, one);
	return {
		cases,
		mean,
		meanInterval: known(likelihoodInterval(bestFor, mean, mean / 1e3, mean * 1e3)),
		dispersion: k,
		dispersionInterval: known(likelihoodInterval(ofK, Math.min(best, bounds.until), bounds.from, bounds.until)),
	};
}

const known = ({ low, high }: { low: number | undefined; high: number | undefined }): Interval => ({
	...(low === undefined ? {} : { low }),
	...(high === undefined ? {} : { high }),
});

function logLikelihood(histogram: readonly number[], mean: number, k: number): number {
	const none = -k * Math.log1p(mean / k);
	const each = Math.log(mean / (mean + k));
	let sum = 0;
	let rising = 0;
	for (let n = 0; n < histogram.length; n++) {
		// ln Γ(n + k) − ln Γ(k), built up step by step: exact where k is large.
		if (n) rising += Math.log(k + n - 1);
		if (histogram[n]) sum += histogram[n]! * (rising - lnGamma(n + 1) + none + n * each);
	}
	return sum;
}

/** The share of cases that are expected to infect `n` people. */
export function offspringProbability(n: number, { mean, dispersion: k }: { mean: number; dispersion: number }): number {
	if (!Number.isFinite(k)) return Math.exp(n * Math.log(mean) - mean - lnGamma(n + 1));
	const ways = lnGamma(n + k) - lnGamma(k) - lnGamma(n + 1);
	return Math.exp(ways - k * Math.log1p(mean / k) + n * Math.log(mean / (mean + k)));
}

/**
 * The share of all transmission that is expected to come from the `share` of cases that infect most, where the number a
 * case infects follows a gamma distribution of shape k (Lloyd-Smith et al. 2005, supplement).
 */
export function shareFromTop(share: number, dispersion: number): number {
	if (!Number.isFinite(dispersion)) return share;
	const from = gammaQuantile(1 - share, dispersion, 1);
	return 1 - gammaCdf(from, dispersion + 1, 1);
}
