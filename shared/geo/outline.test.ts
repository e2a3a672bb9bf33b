import { describe, expect, test } from 'vitest';
import { contains, hectaresOf, type Outline, type Position, readOutline, writeOutline } from '#shared/geo/outline';

const square = [
	[105.85, 21.03],
	[105.86, 21.03],
	[105.86, 21.04],
	[105.85, 21.04],
	[105.85, 21.03],
];
const hole = [
	[105.854, 21.034],
	[105.856, 21.034],
	[105.856, 21.036],
	[105.854, 21.036],
	[105.854, 21.034],
];
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
const read = (value: unknown) => readOutline(typeof value === 'string' ? value : JSON.stringify(value)) as Outline;

describe('an outline is read', () => {
	test.each([
		['as a polygon', polygon(square)],
		['as a feature', { type: 'Feature', properties: {}, geometry: polygon(square) }],
		[
			'as a collection',
			{ type: 'FeatureCollection', features: [{ type: 'Feature', properties: null, geometry: polygon(square) }] },
		],
		['as corners, latitude first', '21.03, 105.85\n21.03, 105.86\n21.04, 105.86\n21.04 105.85\n'],
	])('%s', (_how, value) => {
		expect(read(value).box).toEqual({ west: 105.85, south: 21.03, east: 105.86, north: 21.04 });
		expect(hectaresOf(read(value))).toBeCloseTo(115.4, 0);
	});

	test('and written so that it is read back the same', () => {
		const outline = read(polygon(square, hole));

		expect(read(writeOutline(outline))).toEqual(outline);
	});

	test.each([
		['no GeoJSON', '{"type":"Polygon"', 'outline-unreadable'],
		['a point', { type: 'Point', coordinates: [105.85, 21.03] }, 'outline-unreadable'],
		['two corners', '21.03, 105.85\n21.04, 105.86', 'outline-unreadable'],
		['a ring of two', polygon(square.slice(0, 2)), 'outline-unreadable'],
		['text for a number', polygon([['105.85', 21.03] as never, ...square]), 'outline-unreadable'],
		['three corners in a line', '21.03, 105.85\n21.04, 105.85\n21.05, 105.85', 'outline-no-area'],
		['latitude and longitude changed', '105.85, 21.03\n105.86, 21.03\n105.86, 21.04', 'outline-swapped'],
		['Paris', '48.85, 2.35\n48.86, 2.35\n48.86, 2.36', 'outline-elsewhere'],
		[
			'a coast of every stone',
			polygon(Array.from({ length: 2_001 }, (_, index) => [105 + index / 1e4, 21 + (index % 2)])),
			'outline-too-long',
		],
		[
			'collections within collections',
			JSON.parse(`${'{"type":"Feature","geometry":'.repeat(9)}null${'}'.repeat(9)}`),
			'outline-unreadable',
		],
	])('not: %s', (_what, value, fault) => {
		expect(read(value)).toEqual({ fault });
	});
});

describe('a position lies in it', () => {
	const outline = read(polygon(square, hole));

	test.each<[string, Position, boolean]>([
		['inside', [105.851, 21.031], true],
		['on a side', [105.855, 21.03], true],
		['on a corner', [105.85, 21.03], true],
		['in the hole', [105.855, 21.035], false],
		['on the hole’s side', [105.854, 21.035], true],
		['beside', [105.8601, 21.035], false],
		['a hair below', [105.855, 21.0299999], false],
		['level with a corner, to the west', [105.849, 21.04], false],
	])('%s', (_where, position, isInside) => {
		expect(contains(outline, position)).toBe(isInside);
	});

	test('of either polygon of two', () => {
		const moved = square.map(([longitude, latitude]) => [longitude! + 0.1, latitude]);
		const both = read({ type: 'MultiPolygon', coordinates: [[square], [moved]] });

		expect(contains(both, [105.855, 21.035])).toBe(true);
		expect(contains(both, [105.955, 21.035])).toBe(true);
		expect(contains(both, [105.905, 21.035])).toBe(false);
	});

	test('of a shape like a horseshoe only between its arms’ outsides', () => {
		const horseshoe = read(
			'21.00, 105.00\n21.00, 105.04\n21.04, 105.04\n21.04, 105.03\n21.01, 105.03\n21.01, 105.01\n21.04, 105.01\n21.04, 105.00',
		);

		expect(contains(horseshoe, [105.02, 21.03])).toBe(false);
		expect(contains(horseshoe, [105.005, 21.03])).toBe(true);
	});
});
