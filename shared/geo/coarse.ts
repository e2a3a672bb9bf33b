import type { Position } from './outline.ts';

/** An outline made coarse for one map: whole numbers of ten thousandths of a degree, about eleven metres. */
export interface Coarse {
	/** Of each polygon the edge and then its holes, each `x, y, x, y …` without its first position again. */
	polygons: number[][][];
	/** `x, y …` of what is too small to have an edge on the map and lies away from everything that has one. */
	islets: number[];
}

const unit = 10_000;

/**
 * Leaves out what moves no edge by more than `tolerance` degrees (Douglas and Peucker 1973), and rings that are smaller.
 * An islet far out stays as a position: an area reaches where it reaches.
 */
export function makeCoarse(polygons: readonly Position[][][], tolerance: number): Coarse {
	const kept: number[][][] = [];
	const small: Position[] = [];
	for (const [edge, ...holes] of polygons) {
		if (!edge) continue;
		if (isSmall(edge, tolerance)) small.push(edge[0]!);
		else kept.push([edge, ...holes.filter((hole) => !isSmall(hole, tolerance))].map((ring) => flat(ring, tolerance)));
	}
	return { polygons: kept, islets: isletsOf(small, kept, tolerance) };
}

/** The box of rings and islets: west, south, east, north in degrees. */
export function boxOfCoarse({ polygons, islets }: Coarse): [number, number, number, number] {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const ring of [...polygons.map(([edge]) => edge!), islets])
		for (let at = 0; at < ring.length; at += 2) {
			const [x, y] = [ring[at]! / unit, ring[at + 1]! / unit];
			box[0] = Math.min(box[0], x);
			box[1] = Math.min(box[1], y);
			box[2] = Math.max(box[2], x);
			box[3] = Math.max(box[3], y);
		}
	return box;
}

/** The positions of a ring as kept, in degrees. */
export function positionsOf(ring: readonly number[]): Position[] {
	const positions: Position[] = [];
	for (let at = 0; at < ring.length; at += 2) positions.push([ring[at]! / unit, ring[at + 1]! / unit]);
	return positions;
}

function isSmall(ring: readonly Position[], tolerance: number): boolean {
	const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
	return spread(xs) < 2 * tolerance && spread(ys) < 2 * tolerance;
}

const spread = (values: readonly number[]): number =>
	values.reduce((most, one) => Math.max(most, one), -Infinity) -
	values.reduce((least, one) => Math.min(least, one), Infinity);

/** One position of those that lie in the same square of the map, away from every ring's box. */
function isletsOf(small: readonly Position[], kept: readonly number[][][], tolerance: number): number[] {
	const boxes = kept.map((rings) => boxOfCoarse({ polygons: [rings], islets: [] }));
	const square = 6 * tolerance;
	const found = new Map<string, Position>();
	for (const [x, y] of small) {
		const isNear = boxes.some(([west, south, east, north]) => x >= west && x <= east && y >= south && y <= north);
		const key = `${Math.floor(x / square)} ${Math.floor(y / square)}`;
		if (!isNear && !found.has(key)) found.set(key, [x, y]);
	}
	return [...found.values()].flatMap(toUnits);
}

const toUnits = ([x, y]: Position): [number, number] => [Math.round(x * unit), Math.round(y * unit)];

function flat(ring: readonly Position[], tolerance: number): number[] {
	const far = ring.reduce(
		(best, one, index) => (apart(one, ring[0]!) > apart(ring[best]!, ring[0]!) ? index : best),
		0,
	);
	const keeps = new Set([0, far]);
	const waiting: [number, number][] = [
		[0, far],
		[far, ring.length],
	];
	while (waiting.length) {
		const [from, until] = waiting.pop()!;
		const [first, last] = [ring[from]!, ring[until % ring.length]!];
		let [most, at] = [tolerance, -1];
		for (let index = from + 1; index < until; index++) {
			const off = offLine(ring[index]!, first, last);
			if (off > most) [most, at] = [off, index];
		}
		if (at < 0) continue;
		keeps.add(at);
		waiting.push([from, at], [at, until]);
	}
	return [...keeps].sort((one, other) => one - other).flatMap((index) => toUnits(ring[index]!));
}

const apart = ([x, y]: Position, [otherX, otherY]: Position): number => Math.hypot(x - otherX, y - otherY);

/** How far a position is from the line between two. */
function offLine([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
	const [dx, dy] = [x2 - x1, y2 - y1];
	const length = dx * dx + dy * dy;
	const along = length ? Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length)) : 0;
	return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
