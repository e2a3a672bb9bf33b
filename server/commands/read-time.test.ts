import { expect, test } from 'vitest';
import { readTime } from './read-time.ts';

test.each([
	['1240923899', '2009-04-28T13:04:59.000Z'],
	['1240923899.25', '2009-04-28T13:04:59.250Z'],
	['2026-11-24T08:30:00+07:00', '2026-11-24T01:30:00.000Z'],
	['2026-11-24T08:30:00.125Z', '2026-11-24T08:30:00.125Z'],
	['2026-11-24 08:30:15', '2026-11-24T01:30:15.000Z'],
	['2026-11-24T08:30', '2026-11-24T01:30:00.000Z'],
	['2026-11-24T08:30:00+0530', '2026-11-24T03:00:00.000Z'],
	['2026-11-24T00:10:00-03', '2026-11-24T03:10:00.000Z'],
	['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
	['2026-12-31T23:59:59Z', '2026-12-31T23:59:59.000Z'],
])('%s is %s', (text, expected) => {
	expect(readTime(text)?.toISOString()).toBe(expected);
});

test.each([
	['a day without a time', '2026-11-24'],
	['a day that does not exist', '2026-02-29T08:00:00Z'],
	['a month that does not exist', '2026-13-01T08:00:00Z'],
	['an hour that does not exist', '2026-11-24T24:00:00Z'],
	['a minute that does not exist', '2026-11-24T08:60:00Z'],
	['an offset that does not exist', '2026-11-24T08:00:00+15:00'],
	['the day first, as people write it', '24/11/2026 08:30'],
	['milliseconds', '1240923899000'],
	['a spreadsheet’s number', '45620.35'],
	['words', 'hôm qua'],
	['nothing', ''],
])('%s is no time', (_words, text) => {
	expect(readTime(text)).toBeUndefined();
});
