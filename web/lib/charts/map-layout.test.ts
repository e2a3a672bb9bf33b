import { expect, test } from 'vitest';
import { contains } from '#shared/geo/outline';
import { type DrawnMap, drawAreas } from '#web/ui/draw-areas.ts';
import { placeOnMap } from './map-layout.ts';

const square = (areaId: number, west: number, size: number) => {
	const [left, right] = [west * 10_000, (west + size) * 10_000];
	const [bottom, top] = [210_000, 210_000 + size * 10_000];
	return { areaId, polygons: [[[left, bottom, right, bottom, right, top, left, top]]], islets: [] };
};
const map: DrawnMap = drawAreas([square(1, 105, 1), square(2, 106, 1), square(3, 107.5, 0.01)])!;
const many = (count: number, areaId?: number) =>
	Array.from({ length: count }, () => ({ generation: 0, ...(areaId === undefined ? {} : { areaId }) }));
const everywhere = { west: -Infinity, east: Infinity, south: -Infinity, north: Infinity };

const closest = (places: readonly { x: number; y: number }[]) =>
	places
		.flatMap((one, at) => places.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)))
		.reduce((least, one) => Math.min(least, one));

test.each([1, 7, 60, 400])(
	'%i cases stand within their own area, apart from each other, the same each time',
	(count) => {
		const nodes = [...many(count, 1), ...many(count, 2)];

		const { places, height, restTop } = placeOnMap(nodes, map);

		for (const [index, { x, y }] of places.entries()) {
			const { polygons } = map.areas.find(({ areaId }) => areaId === nodes[index]!.areaId)!;
			expect(contains({ polygons, box: everywhere }, [x, y])).toBe(true);
		}
		expect(closest(places)).toBeGreaterThanOrEqual(6);
		expect({ height, restTop }).toEqual({ height: map.height, restTop: undefined });
		expect(placeOnMap(nodes, map).places).toEqual(places);
	},
);

test('an area too small for its cases has them around it, on nobody else', () => {
	const { places } = placeOnMap([...many(30, 3), ...many(30, 2)], map);
	const { x, y } = map.areas.find(({ areaId }) => areaId === 3)!.label!;

	expect(closest(places)).toBeGreaterThanOrEqual(6);
	for (const place of places.slice(0, 30)) expect(Math.hypot(place.x - x, place.y - y)).toBeLessThan(60);
});

test('two thousand of a speck of land find places, on the map or below it', () => {
	const { places } = placeOnMap(many(2_000, 3), map);

	expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(2_000);
});

test('whose area is not drawn stands below the map', () => {
	const { places, height, restTop } = placeOnMap([...many(1, 1), ...many(40), ...many(1, 9)], map);

	expect(restTop).toBe(map.height);
	expect(places[0]!.y).toBeLessThan(map.height);
	for (const { x, y } of places.slice(1)) {
		expect(y).toBeGreaterThan(map.height);
		expect(y).toBeLessThan(height);
		expect(x).toBeLessThan(map.width);
	}
	expect(closest(places)).toBeGreaterThanOrEqual(6);
});
