import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areas, findAreaByCode } from '#areas';
import { listBelow, loadOutlines, readFeatures } from '#outlines';
import { call } from '#platform/call';
import { boxOfCoarse } from '#shared/geo/coarse';
import { openTestPlatform, type TestPlatform } from '#test/database';
import { anybody, staff } from '#test/people';
import { hasSharedData, sharedData } from '#test/shared-data';

let platform: TestPlatform;
const officer = staff('Bộ Y tế', { name: 'health-officer' });

/** With the real list of units. */
beforeAll(async () => {
	platform = await openTestPlatform();
	await areas.prepare?.(platform);
});
afterAll(() => platform.close());

const square = [
	[105, 21],
	[106, 21],
	[106, 22],
	[105, 22],
	[105, 21],
];
const polygon = { type: 'Polygon', coordinates: [square] };
const collection = (feature: object) => JSON.stringify({ type: 'FeatureCollection', features: [feature] });

const below = async (level: 'country' | 'province', code: string) => {
	const area = await findAreaByCode(platform.db, level, code, '2026-11-24');
	return (await call(platform, listBelow, officer, { areaId: area!.areaId })).outlines;
};

test('a file may name its code as an id, as code or ma, or as told', () => {
	expect(readFeatures(collection({ type: 'Feature', id: '01', geometry: polygon }))[0]!.code).toBe('01');
	expect(readFeatures(collection({ properties: { ma: '46' }, geometry: polygon }))[0]!.code).toBe('46');
	expect(readFeatures(collection({ properties: { x: '48' }, geometry: polygon }), 'x')[0]!.code).toBe('48');
});

test('TopoJSON: neighbours share an arc, one of them backwards', () => {
	const topology = {
		type: 'Topology',
		transform: { scale: [0.5, 0.5], translate: [105, 21] },
		arcs: [
			[
				[2, 0],
				[0, 2],
			],
			[
				[2, 2],
				[-2, 0],
				[0, -2],
				[2, 0],
			],
			[
				[2, 0],
				[2, 0],
				[0, 2],
				[-2, 0],
			],
		],
		objects: {
			units: {
				type: 'GeometryCollection',
				geometries: [
					{ type: 'Polygon', id: '01', arcs: [[0, 1]] },
					{ type: 'MultiPolygon', id: '04', arcs: [[[2, -1]]] },
				],
			},
		},
	};

	expect(readFeatures(JSON.stringify(topology))).toEqual([
		{
			code: '01',
			polygons: [
				[
					[
						[106, 21],
						[106, 22],
						[105, 22],
						[105, 21],
					],
				],
			],
		},
		{
			code: '04',
			polygons: [
				[
					[
						[106, 21],
						[107, 21],
						[107, 22],
						[106, 22],
					],
				],
			],
		},
	]);
});

test.each(['', '{}', 'no', '[]', 'null', '{"type":"FeatureCollection","features":[]}', '{"type":"Topology"}'])(
	'%j is no file of outlines',
	(text) => {
		expect(() => readFeatures(text)).toThrow(expect.objectContaining({ code: 'outlines-unreadable' }));
	},
);

test('what is loaded again replaces, and a code no unit has is told', async () => {
	const { db, clock } = platform;
	const features = readFeatures(collection({ id: '01', geometry: polygon }));
	await loadOutlines(db, features, clock.now());

	const report = await loadOutlines(db, [...features, { ...features[0]!, code: '99' }], clock.now());

	expect(report).toEqual({ loaded: 1, unknown: ['99'] });
	expect(await below('country', 'VN')).toHaveLength(1);
});

test('people who are no staff get none', async () => {
	await expect(call(platform, listBelow, anybody, { areaId: 1 })).rejects.toMatchObject({ code: 'not-signed-in' });
});

describe.runIf(hasSharedData('vn-geo'))('the state’s map of 2025', () => {
	const load = async (file: string) =>
		loadOutlines(platform.db, readFeatures(readFileSync(sharedData(`vn-geo/${file}`), 'utf8')), platform.clock.now());

	test('every province has its code, from GeoJSON and from TopoJSON, and a page can carry the map', async () => {
		expect(await load('provinces34.geojson')).toEqual({ loaded: 34, unknown: [] });
		expect(await load('provinces34.topo.json')).toEqual({ loaded: 34, unknown: [] });

		const outlines = await below('country', 'VN');

		expect(outlines).toHaveLength(34);
		expect(JSON.stringify(outlines).length).toBeLessThan(150_000);
	});

	test('all but two communes have the same code; Hoàng Sa and Trường Sa are on the maps of their provinces and of the country', async () => {
		// The map's source and the package of units disagree about these.
		const unknown = ['06978', '23938'];
		expect(await load('communes_2025.topo.json')).toEqual({ loaded: 3_319, unknown });

		for (const [province, commune, east] of [
			['48', '20333', 111],
			['56', '22736', 112],
		] as const) {
			const area = (await findAreaByCode(platform.db, 'commune', commune, '2026-11-24'))!;
			const ofProvince = (await below('province', province)).find((one) => one.areaId === area.areaId)!;
			const parent = (await below('country', 'VN')).find((one) => one.areaId === area.parentId)!;
			expect(boxOfCoarse(ofProvince)[2]).toBeGreaterThan(east);
			expect(boxOfCoarse(parent)[2]).toBeGreaterThan(east);
		}
	});
});
