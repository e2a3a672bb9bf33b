import fc from 'fast-check';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import './formats.ts';

const validator = Compile(Type.String({ format: 'date-time' }));

test('every moment JavaScript writes is one', () => {
	const years = { min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') };
	fc.assert(
		fc.property(fc.date({ ...years, noInvalidDate: true }), (at) => validator.Check(at.toISOString())),
		{ numRuns: 1_000 },
	);
});

test.each([
	'2026-11-24T08:00:00+07:00',
	'2026-11-24T08:00:00.123456Z',
	'2024-02-29T00:00:00Z',
	'2026-12-31T23:59:59-23:59',
])('%s is a moment', (text) => {
	expect(validator.Check(text)).toBe(true);
	expect(new Date(text).getTime()).not.toBeNaN();
});

test.each([
	['a day no month has', '2026-02-29T00:00:00Z'],
	['another', '2026-04-31T00:00:00Z'],
	['the 29th of a February without one', '1900-02-29T00:00:00Z'],
	['a leap second', '2016-12-31T23:59:60Z'],
	['a named time zone', '2026-11-24T08:00:00+07:00[Asia/Ho_Chi_Minh]'],
	['no time zone', '2026-11-24T08:00:00'],
	['an hour too many', '2026-11-24T24:00:00Z'],
	['a line more', '2026-11-24T08:00:00Z\n'],
	['a day', '2026-11-24'],
	['nothing', ''],
])('%s is no moment', (_what, text) => {
	expect(validator.Check(text)).toBe(false);
});
