import { expect, test } from 'vitest';
import { toGeometry } from './geo-json.ts';

/** From 105° E 21° N: a degree wide, clockwise. */
const edge = [1_050_000, 210_000, 1_050_000, 220_000, 1_060_000, 220_000, 1_060_000, 210_000];
/** In the middle of it, anticlockwise. */
const hole = [1_052_000, 212_000, 1_054_000, 212_000, 1_054_000, 214_000];

test('the edge runs anticlockwise and its hole clockwise, longitude first, both closed', () => {
	expect(toGeometry({ polygons: [[edge, hole]], islets: [] })).toEqual({
		type: 'Polygon',
		coordinates: [
			[
				[106, 21],
				[106, 22],
				[105, 22],
				[105, 21],
				[106, 21],
			],
			[
				[105.4, 21.4],
				[105.4, 21.2],
				[105.2, 21.2],
				[105.4, 21.4],
			],
		],
	});
});

test('an islet is a small square, beside the mainland or alone', () => {
	const square = [
		[111.999, 16.499],
		[112.001, 16.499],
		[112.001, 16.501],
		[111.999, 16.501],
		[111.999, 16.499],
	];
	const islets = [1_120_000, 165_000];

	expect(toGeometry({ polygons: [], islets })).toEqual({ type: 'Polygon', coordinates: [square] });
	expect(toGeometry({ polygons: [[edge]], islets })).toMatchObject({
		type: 'MultiPolygon',
		coordinates: [{ length: 1 }, [square]],
	});
});

test('what has no area is no geometry', () => {
	expect(toGeometry({ polygons: [[[1_050_000, 210_000, 1_060_000, 220_000]]], islets: [] })).toBeNull();
	expect(toGeometry({ polygons: [], islets: [] })).toBeNull();
});
