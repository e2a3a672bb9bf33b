import { describe, expect, test } from 'vitest';
import { lnGamma } from './gamma.ts';
import { discreteSerialInterval, estimateReproduction } from './reproduction.ts';

/** Influenza in a school in Pennsylvania, 2009, by day of onset (Cauchemez et al., PNAS 2011): EpiEstim's example. */
const school = [
	...[1, 1, 0, 2, 5, 3, 3, 3, 6, 2, 5, 9, 13, 12, 13, 11],
	...[12, 6, 6, 6, 3, 1, 0, 2, 0, 0, 0, 0, 2, 0, 2, 0],
];

test('EpiEstim’s example: R of the first week is 1.7357977 with a serial interval of 2.6 ± 1.5 days', () => {
	const found = estimateReproduction(school, discreteSerialInterval(2.6, 1.5, school.length));

	expect(found[0]).toMatchObject({ from: 1, until: 7 });
	expect(found[0]!.mean).toBeCloseTo(1.7357977, 7);
	expect(found).toHaveLength(25);
});

describe('the discrete serial interval', () => {
	test.each([
		[2.6, 1.5],
		[4.7, 2.9],
		[12.6, 2.8],
	])('of %s ± %s days is the integral of its definition', (mean, deviation) => {
		const found = discreteSerialInterval(mean, deviation, 60);

		for (const [day, chance] of found.entries()) expect(chance).toBeCloseTo(byIntegration(day, mean, deviation), 6);
		expect(found[0]).toBe(0);
		expect(found.reduce((sum, one) => sum + one)).toBeCloseTo(1, 6);
		expect(found.reduce((sum, one, day) => sum + one * day)).toBeCloseTo(mean, 4);
	});
});

/** The chance of onsets `day` days apart: a gamma density, weighted with the triangle of two days' lengths. */
function byIntegration(day: number, mean: number, deviation: number): number {
	const shape = ((mean - 1) / deviation) ** 2;
	const scale = deviation ** 2 / (mean - 1);
	const density = (x: number) =>
		Math.exp((shape - 1) * Math.log(x) - x / scale - shape * Math.log(scale) - lnGamma(shape));
	// In y with x = y⁴, which takes the peak at 0 away.
	const steps = 40_000;
	const until = (day + 1) ** 0.25;
	let sum = 0;
	for (let step = 0; step < steps; step++) {
		const y = ((step + 0.5) / steps) * until;
		const x = y ** 4;
		sum += Math.max(0, 1 - Math.abs(x + 1 - day)) * density(x) * 4 * y ** 3;
	}
	return (sum * until) / steps;
}

test('the posterior is the one that integration over R gives', () => {
	const interval = discreteSerialInterval(2.6, 1.5, school.length);
	const found = estimateReproduction(school, interval);

	for (const one of [found[0]!, found[10]!, found.at(-1)!]) {
		const days = Array.from({ length: 7 }, (_, index) => one.from + index);
		const weight = (day: number) => interval.reduce((sum, chance, back) => sum + chance * (school[day - back] ?? 0), 0);
		const logPosterior = (r: number) =>
			days.reduce((sum, day) => sum + school[day]! * Math.log(r * weight(day)) - r * weight(day), -r / 5);
		let [mass, first, second] = [0, 0, 0];
		for (let r = 0.0005; r < 20; r += 0.001) {
			const height = Math.exp(logPosterior(r) - logPosterior(one.mean));
			mass += height;
			first += r * height;
			second += r * r * height;
		}
		expect(one.mean).toBeCloseTo(first / mass, 4);
		expect(one.deviation).toBeCloseTo(Math.sqrt(second / mass - (first / mass) ** 2), 4);
		expect(one.low).toBeLessThan(one.median);
		expect(one.median).toBeLessThan(one.high);
	}
});

test('cases from outside infect, and were not infected here', () => {
	const interval = discreteSerialInterval(2.6, 1.5, 20);
	const incidence = [4, 3, 4, 5, 4, 3, 4, 5, 4];
	const all = estimateReproduction(incidence, interval);
	const imported = estimateReproduction(incidence, interval, { imported: [4, 3, 4, 5, 4, 3, 4, 5, 4] });

	expect(all.at(-1)!.mean).toBeGreaterThan(0.8);
	expect(imported.at(-1)!.mean).toBeLessThan(0.1);
});

test('while nobody fell ill before there is nothing to tell', () => {
	expect(estimateReproduction([0, 0, 0, 0, 0, 0, 0, 0, 0, 1], discreteSerialInterval(2.6, 1.5, 10))).toEqual([]);
	expect(estimateReproduction([], [])).toEqual([]);
});
