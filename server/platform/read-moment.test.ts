import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMoment } from './read-moment.ts';

test.each([
	['2026-11-24 01:05:00+00', '2026-11-24T01:05:00.000Z'],
	['2026-11-24 01:05:00.1+00', '2026-11-24T01:05:00.100Z'],
	['2026-11-24 01:05:59.123+00', '2026-11-24T01:05:59.123Z'],
	// PostgreSQL keeps microseconds; what is finer than a millisecond is cut off, as JavaScript does.
	['2026-11-24 01:05:00.123999+00', '2026-11-24T01:05:00.123Z'],
	['1970-01-01 00:00:00+00', '1970-01-01T00:00:00.000Z'],
	['2026-11-24 08:05:00+07', '2026-11-24T01:05:00.000Z'],
])('%s is %s', (text, expected) => {
	expect(readMoment(text).toISOString()).toBe(expected);
});

test.each(['infinity', '-infinity', '', '2026-11-24 01:05+00', '0044-03-15 12:00:00+00 BC'])(
	'%j is no moment or its own',
	(text) => {
		const moment = readMoment(text);
		expect(Number.isNaN(moment.getTime()) || moment.getTime() === new Date(text).getTime()).toBe(true);
	},
);

test('every moment is read as the language reads it', () => {
	fc.assert(
		fc.property(
			fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
			fc.nat(6),
			(date, places) => {
				const iso = date.toISOString();
				const fraction = iso.slice(20, 23).replace(/0+$/, '').padEnd(Math.min(places, 6), '0');
				const text = `${iso.slice(0, 10)} ${iso.slice(11, 19)}${fraction ? `.${fraction}` : ''}+00`;
				expect(readMoment(text).getTime()).toBe(date.getTime());
			},
		),
	);
});
