import { expect, test } from 'vitest';
import { bandOf, percentOf } from './completion-bands.ts';

test.each([
	[100, 100, 'all'],
	[100, 95, 'all'],
	[1000, 949, 'most'],
	[100, 80, 'most'],
	[1000, 799, 'half'],
	[100, 50, 'half'],
	[1000, 499, 'few'],
	[10, 0, 'few'],
	[0, 0, 'nobody'],
	[40, null, 'hidden'],
	[null, null, 'hidden'],
] as const)('of %s, %s reported: %s', (due, reported, band) => {
	expect(bandOf({ due, reported })).toBe(band);
});

test('only everybody is a hundred percent', () => {
	expect(percentOf({ due: 1000, reported: 999 })).toBe(99);
	expect(percentOf({ due: 1000, reported: 1000 })).toBe(100);
});
