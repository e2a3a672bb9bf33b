import { expect, test } from 'vitest';
import { signals } from './signals.ts';

test('each verdict has a rhythm of its own, for those who do not hear how high a tone is', () => {
	const counts = Object.values(signals).map(({ tones }) => tones.length);

	expect(new Set(counts).size).toBe(counts.length);
});

test('tones follow each other with silence between them, and the motor keeps the same time', () => {
	for (const { tones, pulses } of Object.values(signals)) {
		const sounding = tones.flatMap(({ at, long }) => [at, at + long]);
		const shaking = [0];
		for (const long of pulses) shaking.push(shaking.at(-1)! + long);

		expect(new Set(sounding).size).toBe(sounding.length);
		expect(sounding).toEqual([...sounding].sort((one, other) => one - other));
		expect(shaking).toEqual(sounding);
	}
});

test('stop is the longest and the lowest, and over before the next person stands there', () => {
	const long = (look: keyof typeof signals) => signals[look].pulses.reduce((sum, part) => sum + part, 0);
	const low = (look: keyof typeof signals) => signals[look].tones[0]!.hertz;

	for (const other of ['green', 'amber', 'grey'] as const) {
		expect(long('red')).toBeGreaterThan(long(other));
		expect(low('red')).toBeLessThan(low(other));
	}
	expect(long('red')).toBeLessThan(1_500);
});
