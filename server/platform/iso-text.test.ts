import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoText } from './iso-text.ts';

test('a moment is the text JavaScript gives it, whichever was written before', () => {
	fc.assert(
		fc.property(fc.date({ noInvalidDate: true }), (at) => {
			const neighbours = [-60_000, -59_999, -1, 0, 1, 59_999, 60_000].map((away) => new Date(at.getTime() + away));
			const possible = neighbours.filter((one) => !Number.isNaN(one.getTime()));

			expect(possible.map(isoText)).toEqual(possible.map((one) => one.toISOString()));
		}),
		{ numRuns: 2_000 },
	);
});

test('no moment has no text', () => {
	expect(() => isoText(new Date(Number.NaN))).toThrow(RangeError);
});
