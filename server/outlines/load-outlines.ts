import { type Area, listChildren } from '#areas';
import type { Db } from '#platform/db';
import { chunks } from '#platform/sql';
import { makeCoarse } from '#shared/geo/coarse';
import type { Position } from '#shared/geo/outline';
import { dayOf } from '#shared/language';
import { upsertOutlines } from './queries.ts';
import type { Feature } from './read-features.ts';

/** What has its middle east of it is one of the archipelagos: a province's map shows them beside the mainland, not to its scale. */
const farEast = 110.5;

/** A map is some six hundred points wide: what is finer than this part of it nobody sees. */
const fineness = 1 / 900;

/**
 * Keeps the outlines of areas in force today under their codes, each as fine as the map of the area it lies in shows it.
 * Says how many were kept and which codes no area has.
 */
export async function loadOutlines(db: Db, features: readonly Feature[], now: Date) {
	const areas = await readAreas(db, dayOf(now));
	const found: { area: Area; polygons: Position[][][] }[] = [];
	const unknown: string[] = [];
	for (const { code, polygons } of features) {
		const area = areas.get(code);
		if (area) found.push({ area, polygons });
		else unknown.push(code);
	}
	for (const siblings of Map.groupBy(found, ({ area }) => area.parentId).values()) {
		const tolerance = extentOf(siblings.map(({ polygons }) => boxOf(polygons))) * fineness;
		const rows = siblings.map(({ area, polygons }) => [
			...[area.areaId, JSON.stringify(makeCoarse(polygons, tolerance)), now],
		]);
		for (const part of chunks(rows)) await db.run(upsertOutlines(part));
	}
	return { loaded: found.length, unknown };
}

/** Everything in force on a day by its code: 01 is a province, 001 was a district, 00004 is a commune. */
async function readAreas(db: Db, day: string): Promise<Map<string, Area>> {
	const areas = await listChildren(db, null, day);
	for (const area of areas) if (area.level !== 'commune') areas.push(...(await listChildren(db, area.areaId, day)));
	return new Map(areas.map((area) => [area.code, area]));
}

type Box = [west: number, south: number, east: number, north: number];

function boxOf(polygons: readonly Position[][][]): Box {
	const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [edge] of polygons)
		for (const [x, y] of edge ?? []) {
			[box[0], box[1]] = [Math.min(box[0], x), Math.min(box[1], y)];
			[box[2], box[3]] = [Math.max(box[2], x), Math.max(box[3], y)];
		}
	return box;
}

/** The longer side in degrees of what is drawn to one scale. */
function extentOf(boxes: readonly Box[]): number {
	const near = boxes.filter(([west, , east]) => (west + east) / 2 < farEast);
	const drawn = near.length ? near : boxes;
	const across = Math.max(...drawn.map((box) => box[2])) - Math.min(...drawn.map((box) => box[0]));
	return Math.max(across, Math.max(...drawn.map((box) => box[3])) - Math.min(...drawn.map((box) => box[1])));
}
