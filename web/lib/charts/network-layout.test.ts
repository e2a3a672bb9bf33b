import { describe, expect, test } from 'vitest';
import { type Layout, type PlacedLink, type PlacedNode, placeNetwork } from './network-layout.ts';
import { everyNth, ticks, wholeTicks } from './scale.ts';

const link = (from: number, to: number, kind: PlacedLink['kind'] = 'probable'): PlacedLink => ({ from, to, kind });
/** One infected two, the second of whom infected two more. */
const nodes: PlacedNode[] = [
	{ generation: 0, day: 100, areaId: 1 },
	{ generation: 1, day: 104, areaId: 1 },
	{ generation: 1, day: 103, areaId: 2 },
	{ generation: 2, day: 108 },
	{ generation: 2, areaId: 2 },
];
const links = [link(0, 1), link(0, 2), link(2, 3), link(2, 4)];

describe.each<Layout>(['generations', 'time', 'areas'])('by %s', (layout) => {
	test('no two cases stand on each other, and all are within the picture', () => {
		const { places, width, height } = placeNetwork(nodes, links, layout);

		expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
		for (const { x, y } of places) {
			expect(x).toBeGreaterThan(0);
			expect(x).toBeLessThan(width);
			expect(y).toBeGreaterThan(0);
			expect(y).toBeLessThan(height);
		}
	});

	test('two thousand in a row, and one who infected two thousand, are placed', () => {
		const line = Array.from({ length: 2_000 }, (_, generation) => ({ generation, areaId: 1, day: generation }));
		const row = line.slice(1).map((_, index) => link(index, index + 1));
		expect(placeNetwork(line, row, layout).places).toHaveLength(2_000);
		const star = [{ generation: 0, areaId: 1 }, ...line.slice(1).map(() => ({ generation: 1, areaId: 1, day: 3 }))];
		const rays = star.slice(1).map((_, index) => link(0, index + 1));
		expect(new Set(placeNetwork(star, rays, layout).places.map(({ x, y }) => `${x} ${y}`)).size).toBe(2_000);
	});
});

test('by generations, who infected stands left of whom, in the middle of them', () => {
	const { places } = placeNetwork(nodes, links, 'generations');

	for (const { from, to } of links) expect(places[from]!.x).toBeLessThan(places[to]!.x);
	expect(places[2]!.y).toBe((places[3]!.y + places[4]!.y) / 2);
});

test('of those whom one infected, who fell ill first stands above, in whatever order they come', () => {
	const { places } = placeNetwork(nodes, links, 'generations');
	const turned = placeNetwork(nodes, links.toReversed(), 'generations');

	expect(places[2]!.y).toBeLessThan(places[1]!.y);
	expect(turned.places).toEqual(places);
});

test('by time, an earlier day stands further left, and no day before all', () => {
	const { places, days } = placeNetwork(nodes, links, 'time');

	expect(places[0]!.x).toBeLessThan(places[2]!.x);
	expect(places[2]!.x).toBeLessThan(places[1]!.x);
	expect(places[4]!.x).toBeLessThan(places[0]!.x);
	expect(days[0]).toMatchObject({ day: 100, x: places[0]!.x });
});

test('by areas, each has a band of its own, those elsewhere the last', () => {
	const { places, bands } = placeNetwork(nodes, links, 'areas');

	expect(bands.map(({ areaId }) => areaId)).toEqual([1, 2, undefined]);
	for (const [index, { areaId }] of nodes.entries()) {
		const band = bands.find((one) => one.areaId === areaId)!;
		expect(places[index]!.y).toBeGreaterThan(band.top);
		expect(places[index]!.y).toBeLessThan(band.top + band.height);
	}
});

test('of two who may have infected a case, it stands with the surer', () => {
	const three = [{ generation: 0 }, { generation: 0 }, { generation: 1 }, { generation: 1 }];
	const { places } = placeNetwork(three, [link(0, 2, 'possible'), link(1, 2, 'confirmed'), link(0, 3)], 'generations');

	expect(places[1]!.y).toBe(places[2]!.y);
});

test.each([
	[0, [0, 1]],
	[1, [0, 0.5, 1]],
	[3, [0, 1, 2, 3]],
	[7, [0, 2, 4, 6, 8]],
	[38, [0, 10, 20, 30, 40]],
	[4_100, [0, 2_000, 4_000, 6_000]],
])('marks up to %s', (most, expected) => {
	expect(ticks(most)).toEqual(expected);
});

test('people are marked in whole numbers, and long rows of labels are thinned', () => {
	expect(wholeTicks(1)).toEqual([0, 1]);
	expect(everyNth(90, 8)).toBe(12);
	expect(everyNth(3, 8)).toBe(1);
});
