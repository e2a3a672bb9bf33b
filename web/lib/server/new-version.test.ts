import { expect, test } from 'vitest';
import { differencesOf, readNumber, readOptional } from './new-version.ts';

const fields = [
	{ field: 'days', label: { vi: 'Số ngày', en: 'Days' } },
	{ field: 'signs', label: { vi: 'Dấu hiệu', en: 'Signs' }, words: { cough: { vi: 'ho', en: 'cough' } } },
	{ field: 'validFrom', label: { vi: 'Hiệu lực', en: 'Valid' } },
];

test('only what differs is told, codes and days in words, what is empty as a dash', () => {
	const before = { days: '14', signs: 'cough', validFrom: '2026-07-01' };

	const found = differencesOf(fields, before, { days: '14', signs: 'cough, rash', validFrom: '2026-12-01' });

	expect(found.map(({ label, before, now }) => [label.vi, before.vi, now.vi])).toEqual([
		['Dấu hiệu', 'ho', 'ho, rash'],
		['Hiệu lực', '01/07/2026', '01/12/2026'],
	]);
	expect(differencesOf(fields, before, { ...before, signs: '' })[0]!.now).toEqual({ vi: '–', en: '–' });
	expect(differencesOf(fields, before, before)).toEqual([]);
});

test('a number is read with a comma or a point, and anything else is refused by its field', () => {
	expect([readNumber({ days: '37,5' }, 'days'), readNumber({ days: '37.5' }, 'days')]).toEqual([37.5, 37.5]);
	expect(readOptional({ days: '' }, 'days')).toBeUndefined();
	for (const days of ['', 'bảy']) {
		expect(() => readNumber({ days }, 'days')).toThrow(expect.objectContaining({ options: { field: 'days' } }));
	}
});
