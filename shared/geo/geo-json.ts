import { type Coarse, positionsOf } from './coarse.ts';
import type { Position } from './outline.ts';

export type Geometry =
	| { type: 'Polygon'; coordinates: Position[][] }
	| { type: 'MultiPolygon'; coordinates: Position[][][] };

/** About a hundred metres: an islet that has no edge on the map is told as a square so far around its position. */
const islet = 0.001;

/**
 * A coarse outline as GeoJSON: longitude first in degrees of WGS 84, edges anticlockwise, holes clockwise, each ring
 * closed (RFC 7946 3.1.6). Islets are polygons too, so that none of an area is left out. Null of what has neither.
 */
export function toGeometry({ polygons, islets }: Coarse): Geometry | null {
	const parts = [
		...polygons.map((rings) => rings.map(positionsOf)),
		...positionsOf(islets).map((position) => [squareAround(position)]),
	]
		.map((rings) => rings.filter((ring) => twiceArea(ring) !== 0).map((ring, index) => turned(ring, index === 0)))
		.filter((rings) => rings.length);
	if (!parts.length) return null;
	return parts.length === 1
		? { type: 'Polygon', coordinates: parts[0]! }
		: { type: 'MultiPolygon', coordinates: parts };
}

const squareAround = ([x, y]: Position): Position[] =>
	[
		[-islet, -islet],
		[islet, -islet],
		[islet, islet],
		[-islet, islet],
	].map(([east, north]) => [round(x + east!), round(y + north!)]);

const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

/** Closed, and anticlockwise or clockwise. */
function turned(ring: readonly Position[], isAnticlockwise: boolean): Position[] {
	const right = twiceArea(ring) > 0 === isAnticlockwise ? ring : ring.toReversed();
	return [...right, right[0]!];
}

/** Twice the signed area in square degrees (the shoelace formula): positive where the ring runs anticlockwise. */
const twiceArea = (ring: readonly Position[]): number =>
	ring.reduce((sum, [x, y], index) => {
		const [nextX, nextY] = ring[(index + 1) % ring.length]!;
		return sum + (x * nextY - nextX * y);
	}, 0);
