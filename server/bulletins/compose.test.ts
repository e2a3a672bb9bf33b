import { expect, test } from 'vitest';
import type { DayRow } from '#overview';
import { composeBulletin } from './compose.ts';

const row = (area_path: string, due: number, reported: number): DayRow => ({
	...{ area_path, day: '2026-11-23', due, reported, red: 0, cases: 0 },
	...{
		watched: due,
		silent: 0,
		symptomatic: 0,
		needs_review: null,
		due_to_end: null,
		red_waiting: 0,
		beds: 0,
		beds_free: 0,
	},
});
const dayOf = (...rows: DayRow[]) => new Map(rows.map((one) => [one.area_path, one]));

/** A province with two wards of its own and one person it watches itself, and another province. */
const day = dayOf(
	...[row('1', 34, 22), row('1.2', 24, 12), row('1.2.8', 20, 12), row('1.2.9', 3, 0), row('1.20', 10, 10)],
	row('1.20.7', 10, 10),
);

test('the units that are short, those of whom nobody reported first; the province’s own officers are a unit too', () => {
	const { short, units, shortUnits, silentUnits } = composeBulletin('1.2', day, undefined);

	expect(short).toEqual([
		{ areaId: 9, due: 3, reported: 0 },
		{ areaId: 2, due: 1, reported: 0 },
		{ areaId: 8, due: 20, reported: 12 },
	]);
	expect({ units, shortUnits, silentUnits }).toEqual({ units: 3, shortUnits: 3, silentUnits: 2 });
});

test('an area whose path begins alike is another one', () => {
	expect(composeBulletin('1.2', day, undefined).short.map(({ areaId }) => areaId)).not.toContain(7);
	expect(composeBulletin('1.20', day, undefined)).toMatchObject({ units: 1, shortUnits: 0, short: [] });
});

test('a commune is a unit itself', () => {
	expect(composeBulletin('1.2.9', day, undefined)).toMatchObject({ units: 1, silentUnits: 1, numbers: { due: 3 } });
});

test('what nobody counted is not told as nothing, and the day before stands beside', () => {
	const bulletin = composeBulletin('1.2', day, row('1.2', 20, 20));

	expect(bulletin.numbers).not.toHaveProperty('needsReview');
	expect(bulletin.before).toMatchObject({ due: 20, reported: 20 });
	expect(composeBulletin('1.2', day, undefined)).not.toHaveProperty('before');
});

test('three hundred units are named, the others counted', () => {
	const many = dayOf(row('1', 301, 0), ...Array.from({ length: 301 }, (_, index) => row(`1.${index + 2}`, 1, 0)));

	const { short, shortUnits } = composeBulletin('1', many, undefined);

	expect([short.length, shortUnits]).toEqual([300, 301]);
});
