import { describe, expect, test } from 'vitest';
import { countOffspring, fitOffspring, offspringProbability, shareFromTop } from './offspring.ts';

/** Ebola in Conakry 2014: how many people each infected (Faye et al., Lancet Infect Dis 2015;15:320). */
const index = [2, 17, 5, 1, 8, 2, 14];
const later = [
	...[1, 2, 1, 4, 4, 1, 3, 3, 1, 1, 4, 9, 9, 1, 2, 1, 1, 1, 4, 3, 3, 4, 2, 5],
	...[1, 2, 2, 1, 9, 1, 3, 1, 2, 1, 1, 2],
];

describe('the published figures of the package superspreading', () => {
	test('those who brought the disease infected 7.0008 each, k 1.5966', () => {
		const { mean, dispersion } = fitOffspring(countOffspring(index))!;

		expect(mean / 7.0008).toBeCloseTo(1, 2);
		expect(Math.abs(dispersion / 1.5966 - 1)).toBeLessThan(0.01);
	});

	test('those infected there infected 0.66196 each, k 0.19375', () => {
		const all = [...index, ...later].reduce((sum, count) => sum + count, 0);
		const infected = [...later, ...Array<number>(all - later.length).fill(0)];

		const { mean, dispersion, cases } = fitOffspring(countOffspring(infected))!;

		expect(cases).toBe(all);
		expect(Math.abs(mean / 0.66196 - 1)).toBeLessThan(0.01);
		expect(Math.abs(dispersion / 0.19375 - 1)).toBeLessThan(0.01);
	});
});

describe('drawn from a distribution that is known', () => {
	test.each([
		[2.5, 0.1],
		[0.9, 0.5],
		[1.5, 4],
	])('R %s and k %s lie within the interval of 20,000 cases', (mean, dispersion) => {
		const histogram = Array.from({ length: 400 }, (_, n) =>
			Math.round(20_000 * offspringProbability(n, { mean, dispersion })),
		);

		const fit = fitOffspring(histogram)!;

		expect(Math.abs(fit.mean / mean - 1)).toBeLessThan(0.03);
		expect(Math.abs(fit.dispersion / dispersion - 1)).toBeLessThan(0.05);
		expect(fit.meanInterval.low!).toBeLessThan(mean);
		expect(fit.meanInterval.high!).toBeGreaterThan(mean);
		expect(fit.dispersionInterval.low!).toBeLessThan(dispersion);
		expect(fit.dispersionInterval.high!).toBeGreaterThan(dispersion);
	});
});

test('the interval of few cases is wide, that of many narrow', () => {
	const few = fitOffspring([6, 2, 1, 1])!;
	const many = fitOffspring([600, 200, 100, 100])!;

	expect(few.mean).toBe(many.mean);
	expect(few.meanInterval.high! - few.meanInterval.low!).toBeGreaterThan(
		5 * (many.meanInterval.high! - many.meanInterval.low!),
	);
});

test('where cases differ less than chance makes them there is no k to tell, and its interval is open above', () => {
	const fit = fitOffspring([0, 50])!;

	expect(fit.dispersion).toBe(Number.POSITIVE_INFINITY);
	expect(fit.dispersionInterval).not.toHaveProperty('high');
});

test('without cases, or where nobody infected anybody, nothing is fitted', () => {
	expect(fitOffspring([])).toBeUndefined();
	expect(fitOffspring([12])).toBeUndefined();
});

test('the shares of all numbers add up to one', () => {
	for (const dispersion of [0.1, 2, Number.POSITIVE_INFINITY]) {
		let sum = 0;
		for (let n = 0; n < 2_000; n++) sum += offspringProbability(n, { mean: 3, dispersion });
		expect(sum).toBeCloseTo(1, 6);
	}
});

describe('the share of transmission from a fifth of the cases', () => {
	test.each([
		['SARS in Singapore, as published', 0.16, 0.88, 2],
		// With k = 1 the numbers are exponential: 0.2 × (1 − ln 0.2).
		['exponential', 1, 0.2 * (1 - Math.log(0.2)), 10],
		['all alike', Number.POSITIVE_INFINITY, 0.2, 10],
		['nearly all alike', 1e6, 0.2, 2],
	])('%s', (_name, k, expected, digits) => {
		expect(shareFromTop(0.2, k)).toBeCloseTo(expected, digits);
	});
});
