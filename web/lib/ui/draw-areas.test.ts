import { expect, test } from 'vitest';
import { drawAreas } from './draw-areas.ts';

const square = (areaId: number, west: number, south: number, side = 1) => {
	const [x, y, s] = [west * 1e4, south * 1e4, side * 1e4];
	return { areaId, polygons: [[[x, y, x + s, y, x + s, y + s, x, y + s]]], islets: [] };
};

test('north is above and east to the right', () => {
	const map = drawAreas([square(1, 105, 21), square(2, 106, 22)])!;
	const [south, north] = map.areas.map(({ label }) => label!);

	expect(north!.y).toBeLessThan(south!.y);
	expect(north!.x).toBeGreaterThan(south!.x);
});

test('a number stands inside its area, where there is most room', () => {
	const { label } = drawAreas([square(1, 105, 21)])!.areas[0]!;

	expect(label!.x).toBeCloseTo(300, 0);
	expect(label!.width).toBeCloseTo(584, 0);
});

test('a province’s far islands have a frame of their own, the country’s are where they are', () => {
	const islands = { areaId: 9, polygons: [], islets: [1140000, 100000, 1150000, 90000] };
	const coast = { ...square(1, 108.8, 11), islets: islands.islets };

	const province = drawAreas([square(1, 108.8, 11), islands])!;
	const country = drawAreas([coast])!;

	expect(province.inset).toBeDefined();
	expect(province.areas.find(({ areaId }) => areaId === 9)!.dots).toMatch(/^M[\d. ]+h0M[\d. ]+h0$/);
	expect(country.inset).toBeUndefined();
	expect(country.place([114, 10])).toBeDefined();
	expect(country.place([100, 10])).toBeUndefined();
});

test('islands alone are a map too, and nothing is none', () => {
	expect(drawAreas([{ areaId: 9, polygons: [], islets: [1140000, 100000] }])!.areas).toHaveLength(1);
	expect(drawAreas([])).toBeUndefined();
});
