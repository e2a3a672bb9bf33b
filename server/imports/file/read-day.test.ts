import { describe, expect, test } from 'vitest';
import { orderOf, readDay } from './read-day.ts';

const today = '2026-11-24';

describe('a day is read', () => {
	test.each([
		['as ISO writes it', '2026-11-05', '2026-11-05'],
		['with a time behind it', '2026-11-05T00:00:00.000Z', '2026-11-05'],
		['with a time and a space', '2026-11-05 13:30', '2026-11-05'],
		['with slashes, the year first', '2026/11/5', '2026-11-05'],
		['without signs', '20261105', '2026-11-05'],
		['as in Viet Nam', '05/11/2026', '2026-11-05'],
		['with one figure', '5/1/2026', '2026-01-05'],
		['with dots', '5.11.2026', '2026-11-05'],
		['with dashes', '05-11-2026', '2026-11-05'],
		['with a time behind it, as in Viet Nam', '05/11/2026 08:30', '2026-11-05'],
		['with two figures of the year', '05/11/26', '2026-11-05'],
		['with two figures of the century before', '05/11/27', '1927-11-05'],
		['with the month in English', '5-Nov-26', '2026-11-05'],
		['with the month in English, whole', '5 November 2026', '2026-11-05'],
		['as Americans write it', 'Nov 5, 2026', '2026-11-05'],
		['as Vietnamese Excel shows it', '05-Thg11-26', '2026-11-05'],
		['in Vietnamese words', 'ngày 5 tháng 11 năm 2026', '2026-11-05'],
		['in Vietnamese words, in short', '5 thg 11, 2026', '2026-11-05'],
		['as the number a spreadsheet keeps', '42135', '2015-05-11'],
		['as a number with the time of day', '42135.75', '2015-05-11'],
		['on a leap day', '29/02/2024', '2024-02-29'],
		['of long ago', '1861-10-30', '1861-10-30'],
	])('%s', (_how, written, day) => {
		expect(readDay(written, 'day-first', today)).toBe(day);
	});

	test('as the month comes first where the column says so', () => {
		expect(readDay('11/05/2026', 'month-first', today)).toBe('2026-11-05');
	});

	test('of a workbook', () => {
		expect(readDay({ odd: 'date', day: '2026-11-05' }, 'day-first', today)).toBe('2026-11-05');
	});
});

test.each([
	'31/02/2026',
	'29/02/2023',
	'13/13/2026',
	'0/1/2026',
	'2026-13-01',
	'hôm qua',
	'12',
	'99999',
	'5-Foo-26',
	'',
])('"%s" is no day', (written) => {
	expect(readDay(written, 'day-first', today)).toBeUndefined();
});

test('a formula is no day', () => {
	expect(readDay({ odd: 'formula' }, 'day-first', today)).toBeUndefined();
});

test.each([
	['a first number above 12 tells that the day comes first', ['03/04/2026', '13/04/2026'], 'day-first'],
	['a second number above 12 tells that the month comes first', ['03/04/2026', '04/13/2026'], 'month-first'],
	['twelfths tell nothing', ['03/04/2026', '12/12/2026'], 'either'],
	['of both the more decide', ['13/04/2026', '14/04/2026', '04/13/2026'], 'day-first'],
	['days of ISO need no order', ['2026-04-03', ''], 'none'],
])('%s', (_what, cells, order) => {
	expect(orderOf(cells)).toBe(order);
});
