import { contains, type Position } from '#shared/geo/outline';
import type { DrawnArea, DrawnMap } from '#web/ui/draw-areas.ts';
import type { Place, PlacedNode } from './network-layout.ts';

/** Where a case stands, and how far from the middle its shape may reach without touching another. */
interface MapPlace extends Place {
	room: number;
}

export interface PlacedOnMap {
	height: number;
	places: MapPlace[];
	/** Where the row of those begins whose area is not drawn; none where there are none. */
	restTop?: number;
}

/** From roomy to tight, in points of the map. */
const spacings = [26, 20, 15, 11, 8, 6];
const tightest = 6;
const rest = { spacing: 22, left: 20, top: 44 };

/**
 * Places the cases of a chain within their areas: on a grid from the widest stretch outwards, the same each time, as far
 * apart as fits, and never by where anybody lives. An area too small for its cases has them around it; those whose area
 * is not drawn, or for whom the map is full, stand in rows below it.
 */
export function placeOnMap(nodes: readonly PlacedNode[], map: DrawnMap): PlacedOnMap {
	const shapes = new Map(map.areas.map((area) => [area.areaId, area]));
	const areaOf = ({ areaId }: PlacedNode) => (areaId === undefined ? undefined : shapes.get(areaId));
	const members = Map.groupBy(nodes.keys(), (index) => areaOf(nodes[index]!));
	const taken: MapPlace[] = [];
	const places = Array<MapPlace>(nodes.length);
	const put = (indices: readonly number[], found: readonly MapPlace[]) => {
		for (const [at, index] of indices.entries()) places[index] = found[at]!;
		taken.push(...found);
	};
	const crowded: [DrawnArea, number[]][] = [];
	for (const [area, indices] of members) {
		if (!area) continue;
		const found = placeWithin(area, indices.length, taken);
		if (found) put(indices, found);
		else crowded.push([area, indices]);
	}
	const unplaced = members.get(undefined) ?? [];
	for (const [area, indices] of crowded) {
		const found = placeAround(area, indices.length, { taken, map });
		put(indices.slice(0, found.length), found);
		unplaced.push(...indices.slice(found.length));
	}
	if (!unplaced.length) return { height: map.height, places };
	const across = Math.floor((map.width - 2 * rest.left) / rest.spacing) + 1;
	const row = (at: number) => map.height + rest.top + Math.floor(at / across) * rest.spacing;
	for (const [at, index] of unplaced.entries())
		places[index] = { x: rest.left + (at % across) * rest.spacing, y: row(at), room: rest.spacing / 2 };
	return { height: row(unplaced.length - 1) + rest.spacing, places, restTop: map.height };
}

function middleOf({ label, islets, polygons }: DrawnArea): Place {
	const [x, y] = islets[0] ?? polygons[0]?.[0]?.[0] ?? [0, 0];
	return label ?? { x, y };
}

const isFree = ({ x, y, room }: MapPlace, taken: readonly MapPlace[]) =>
	taken.every((one) => Math.hypot(one.x - x, one.y - y) >= room + one.room);

/** As many places in an area as asked for, or nothing where even the tightest grid has too few. */
function placeWithin(area: DrawnArea, count: number, taken: readonly MapPlace[]): MapPlace[] | undefined {
	const edges = area.polygons.flatMap(([edge]) => edge ?? []);
	if (!edges.length) return undefined;
	const [xs, ys] = [edges.map(([x]) => x), edges.map(([, y]) => y)];
	const box = { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) };
	const outline = { polygons: area.polygons, box };
	const middle = middleOf(area);
	for (const spacing of spacings) {
		const steps = Math.ceil(Math.max(box.east - box.west, box.north - box.south) / spacing);
		const found = gridAround(middle, spacing, steps).filter(
			(one) => contains(outline, [one.x, one.y] satisfies Position) && isFree(one, taken),
		);
		if (found.length >= count) return found.slice(0, count);
	}
	return undefined;
}

/** Around the middle of an area, where no other case stands and the map has not ended. */
function placeAround(
	area: DrawnArea,
	count: number,
	{ taken, map }: { taken: readonly MapPlace[]; map: DrawnMap },
): MapPlace[] {
	const isOnMap = ({ x, y }: Place) => x > 0 && x < map.width && y > 0 && y < map.height;
	const stepsMax = Math.ceil(Math.max(map.width, map.height) / tightest);
	// Most need a few places only: a whole map is looked through for nobody who finds one nearby.
	for (let steps = 4; ; steps *= 2) {
		const grid = gridAround(middleOf(area), tightest, Math.min(steps, stepsMax));
		const found = grid.filter((one) => isOnMap(one) && isFree(one, taken));
		if (found.length >= count || steps >= stepsMax) return found.slice(0, count);
	}
}

/** A square grid about a point, the nearest first. */
function gridAround({ x, y }: Place, spacing: number, steps: number): MapPlace[] {
	const offsets = Array.from({ length: 2 * steps + 1 }, (_, index) => (index - steps) * spacing);
	return offsets
		.flatMap((down) => offsets.map((right) => ({ right, down, far: right * right + down * down })))
		.sort((one, other) => one.far - other.far || one.down - other.down || one.right - other.right)
		.map(({ right, down }) => ({ x: x + right, y: y + down, room: spacing / 2 }));
}
