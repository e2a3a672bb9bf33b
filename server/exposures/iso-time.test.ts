import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toIso } from './iso-time.ts';

test('a time is written as JavaScript itself writes it', () => {
	fc.assert(
		fc.property(fc.date({ min: new Date(-1), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => {
			expect(toIso(date.getTime())).toBe(date.toISOString());
		}),
	);
});
