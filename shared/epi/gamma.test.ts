import { describe, expect, test } from 'vitest';
import { gammaCdf, gammaQuantile, lnGamma } from './gamma.ts';

test.each([
	[0.5, Math.log(Math.sqrt(Math.PI))],
	[1, 0],
	[2, 0],
	[5, Math.log(24)],
	[0.1, 2.252712651734206],
	[171, 706.573062245787],
])('ln Γ(%s)', (x, expected) => {
	expect(lnGamma(x)).toBeCloseTo(expected, 10);
});

describe('the gamma distribution', () => {
	test.each([
		// With shape 1 it is the exponential distribution, with a whole shape a sum of Poisson terms.
		['exponential', 3, 1, 2, 1 - Math.exp(-1.5)],
		['two events', 2, 2, 1, 1 - 3 * Math.exp(-2)],
		['five events, far out', 20, 5, 1, 1 - Math.exp(-20) * (1 + 20 + 200 + 8000 / 6 + 160000 / 24)],
		// With shape 1/2 it is the square of a normal deviate: 95 % of chi-square with one degree.
		['chi-square', 3.841458820694124, 0.5, 2, 0.95],
		['nothing', 0, 2, 1, 0],
	])('%s', (_name, x, shape, scale, expected) => {
		expect(gammaCdf(x, shape, scale)).toBeCloseTo(expected, 12);
	});

	test.each([
		[0.025, 0.1, 3],
		[0.5, 1, 1],
		[0.975, 25.4, 0.07],
		[0.999, 1000, 2],
		[0.8, 0.02, 50],
	])('the quantile %s of shape %s and scale %s is the one the share lies below', (p, shape, scale) => {
		expect(gammaCdf(gammaQuantile(p, shape, scale), shape, scale)).toBeCloseTo(p, 10);
	});
});
