/** Longitude and latitude in degrees of WGS 84, as GeoJSON writes them. */
export type Position = readonly [longitude: number, latitude: number];

export interface Box {
	west: number;
	south: number;
	east: number;
	north: number;
}

/** Areas with holes: of each polygon the first ring is its edge and the others are holes (RFC 7946 3.1.6). */
export interface Outline {
	polygons: Position[][][];
	box: Box;
}

export type OutlineFault =
	| 'outline-unreadable'
	| 'outline-no-area'
	| 'outline-too-long'
	| 'outline-swapped'
	| 'outline-elsewhere';

export const cornersMax = 2_000;

/** Land and sea of Viet Nam with both archipelagos, in whole degrees. */
const vietNam: Box = { west: 102, south: 6, east: 118, north: 24 };

/**
 * Reads an outline as officers have it: GeoJSON (a Polygon, a MultiPolygon, or features with them), or its corners one
 * a line as a phone's map shows them, `21.03011, 105.85021` (latitude first). Positions lie in Viet Nam.
 */
export function readOutline(text: string): Outline | { fault: OutlineFault } {
	const polygons = /^\s*[{[]/.test(text) ? readGeoJson(text) : readCorners(text);
	if (!polygons?.length) return { fault: 'outline-unreadable' };
	const positions = polygons.flat(2);
	if (positions.length > cornersMax) return { fault: 'outline-too-long' };
	if (positions.every(([longitude, latitude]) => isIn(vietNam, [latitude, longitude])))
		return { fault: 'outline-swapped' };
	if (!positions.every((one) => isIn(vietNam, one))) return { fault: 'outline-elsewhere' };
	const outline = { polygons, box: boxOf(positions) };
	return hectaresOf(outline) > 0 ? outline : { fault: 'outline-no-area' };
}

/** As GeoJSON, which `readOutline` reads back as the same. */
export const writeOutline = ({ polygons }: Outline): string =>
	JSON.stringify({
		type: 'MultiPolygon',
		coordinates: polygons.map((rings) => rings.map((ring) => [...ring, ring[0]])),
	});

/** Whether a position lies in an outline or on its edge; what lies in a hole does not. */
export const contains = ({ polygons, box }: Outline, position: Position): boolean =>
	isIn(box, position) &&
	polygons.some(
		([edge, ...holes]) =>
			edge !== undefined &&
			lies(position, edge) !== 'outside' &&
			holes.every((hole) => lies(position, hole) !== 'inside'),
	);

/** Its size in hectares, on a sphere made flat around it: right to a thousandth for what a commune is large. */
export function hectaresOf({ polygons, box }: Outline): number {
	const meters = 111_195;
	const squeeze = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
	const sizeOf = (ring: readonly Position[]) => {
		let twice = 0;
		for (const [index, [x, y]] of ring.entries()) {
			const [nextX, nextY] = ring[(index + 1) % ring.length]!;
			twice += (x - box.west) * (nextY - box.south) - (nextX - box.west) * (y - box.south);
		}
		return (Math.abs(twice) / 2) * meters * meters * squeeze;
	};
	const size = polygons.reduce((sum, [edge, ...holes]) => {
		const cut = holes.reduce((all, hole) => all + sizeOf(hole), 0);
		return sum + (edge ? sizeOf(edge) : 0) - cut;
	}, 0);
	return Math.round(size / 100) / 100;
}

const isIn = ({ west, south, east, north }: Box, [longitude, latitude]: Position): boolean =>
	longitude >= west && longitude <= east && latitude >= south && latitude <= north;

function boxOf(positions: readonly Position[]): Box {
	const [first] = positions as [Position];
	const box = { west: first[0], south: first[1], east: first[0], north: first[1] };
	for (const [longitude, latitude] of positions) {
		box.west = Math.min(box.west, longitude);
		box.east = Math.max(box.east, longitude);
		box.south = Math.min(box.south, latitude);
		box.north = Math.max(box.north, latitude);
	}
	return box;
}

/** By how often a ray to the east crosses the ring; a position on a side is told apart first. */
function lies([x, y]: Position, ring: readonly Position[]): 'inside' | 'edge' | 'outside' {
	let isInside = false;
	for (const [index, [x1, y1]] of ring.entries()) {
		const [x2, y2] = ring[(index + 1) % ring.length]!;
		const turn = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
		const isBetween = x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2);
		if (turn === 0 && isBetween) return 'edge';
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
	}
	return isInside ? 'inside' : 'outside';
}

function readCorners(text: string): Position[][][] | undefined {
	const lines = text.split(/\r?\n/).filter((line) => line.trim());
	if (lines.length < 3 || lines.length > cornersMax) return undefined;
	const ring: Position[] = [];
	for (const line of lines) {
		const [, latitude, longitude] = /^\s*(-?\d{1,3}(?:\.\d+)?)[\s,;]+(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(line) ?? [];
		if (latitude === undefined) return undefined;
		ring.push([Number(longitude), Number(latitude)]);
	}
	return [[ring]];
}

function readGeoJson(text: string): Position[][][] | undefined {
	try {
		return polygonsOf(JSON.parse(text), 0);
	} catch {
		return undefined;
	}
}

const depthMax = 4;

function polygonsOf(value: unknown, depth: number): Position[][][] | undefined {
	if (depth > depthMax || typeof value !== 'object' || value === null) return undefined;
	const { type, coordinates, geometry, features, geometries } = value as Record<string, unknown>;
	if (type === 'Feature') return polygonsOf(geometry, depth + 1);
	const parts = type === 'FeatureCollection' ? features : type === 'GeometryCollection' ? geometries : undefined;
	if (Array.isArray(parts)) return joined(parts.slice(0, cornersMax).map((part) => polygonsOf(part, depth + 1)));
	if (type === 'Polygon') return wrapped(readPolygon(coordinates));
	if (type === 'MultiPolygon' && Array.isArray(coordinates))
		return joined(coordinates.slice(0, cornersMax).map((one) => wrapped(readPolygon(one))));
	return undefined;
}

const wrapped = <T>(one: T | undefined): T[] | undefined => (one === undefined ? undefined : [one]);

const joined = <T>(parts: readonly (T[] | undefined)[]): T[] | undefined =>
	parts.some((part) => part === undefined) ? undefined : (parts as T[][]).flat();

function readPolygon(rings: unknown): Position[][] | undefined {
	if (!Array.isArray(rings) || !rings.length || rings.length > cornersMax) return undefined;
	return joined(rings.map((ring) => wrapped(readRing(ring))));
}

/** A ring is written with its first position again at the end (RFC 7946 3.1.6); kept without. */
function readRing(ring: unknown): Position[] | undefined {
	if (!Array.isArray(ring) || ring.length > cornersMax + 1) return undefined;
	if (!ring.every((one) => Array.isArray(one) && one.length >= 2 && isFiniteNumber(one[0]) && isFiniteNumber(one[1])))
		return undefined;
	const positions = ring.map(([longitude, latitude]): Position => [longitude, latitude]);
	const [first, last] = [positions[0], positions.at(-1)];
	const isClosed = positions.length > 1 && first![0] === last![0] && first![1] === last![1];
	const open = isClosed ? positions.slice(0, -1) : positions;
	return open.length >= 3 ? open : undefined;
}

const isFiniteNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
