import { boxOfCoarse, type Coarse, positionsOf } from '#shared/geo/coarse';
import type { Position } from '#shared/geo/outline';

export interface AreaOutline extends Coarse {
	areaId: number;
}

export interface DrawnArea {
	areaId: number;
	/** SVG path of its edges, and one of its islets as dots. */
	path: string;
	dots: string;
	/** The same as points of the map: of each polygon its edge and its holes, and the islets. */
	polygons: Position[][][];
	islets: Position[];
	/** The middle of its largest part, and how much room is there; none where it is all islets. */
	label?: { x: number; y: number; width: number; height: number };
}

export interface DrawnMap {
	width: number;
	height: number;
	areas: DrawnArea[];
	/** Where the archipelagos of a province stand that are too far out for its scale. */
	inset?: { x: number; y: number; width: number; height: number; areaIds: number[] };
	/** Where a position would stand; undefined outside the map. */
	place(position: Position): { x: number; y: number } | undefined;
}

const width = 600;
const heightMax = 900;
const margin = 8;
const insetSize = 150;
/** What has its middle east of it is Hoàng Sa or Trường Sa. */
const farEast = 110.5;

/** Draws areas to one scale with north above. Of a province what lies far out to sea has a frame of its own. */
export function drawAreas(outlines: readonly AreaOutline[]): DrawnMap | undefined {
	const all = outlines.map((outline) => ({ outline, box: boxOfCoarse(outline) }));
	const isFar = ({ box: [west, , east] }: { box: Box }) => (west + east) / 2 >= farEast;
	const near = all.filter((one) => !isFar(one));
	const far = all.filter(isFar);
	const main = near.length ? near : far;
	if (!main.length) return undefined;
	const scale = scaleOf(joined(main.map(({ box }) => box)), { x: 0, y: 0, width, height: heightMax });
	const height = Math.ceil(scale.height);
	const areas = main.map(({ outline }) => drawArea(outline, scale.point));
	const place = (position: Position) => {
		const [x, y] = scale.point(position);
		return x >= 0 && x <= width && y >= 0 && y <= height ? { x, y } : undefined;
	};
	if (!near.length || !far.length) return { width, height, areas, place };
	const inset = { x: width - insetSize, y: height + margin, width: insetSize, height: insetSize };
	const small = scaleOf(joined(far.map(({ box }) => box)), inset);
	areas.push(...far.map(({ outline }) => drawArea(outline, small.point)));
	const areaIds = far.map(({ outline }) => outline.areaId);
	return { width, height: height + margin + insetSize, areas, inset: { ...inset, areaIds }, place };
}

type Box = [west: number, south: number, east: number, north: number];
type Point = (position: Position) => [number, number];

const joined = (boxes: readonly Box[]): Box => [
	Math.min(...boxes.map(([west]) => west)),
	Math.min(...boxes.map(([, south]) => south)),
	Math.max(...boxes.map(([, , east]) => east)),
	Math.max(...boxes.map(([, , , north]) => north)),
];

/** Fits a box of degrees into a frame, a degree of longitude as wide as it is there. */
function scaleOf([west, south, east, north]: Box, frame: { x: number; y: number; width: number; height: number }) {
	const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const across = Math.max((east - west) * squeeze, 0.01);
	const down = Math.max(north - south, 0.01);
	const scale = Math.min((frame.width - 2 * margin) / across, (frame.height - 2 * margin) / down);
	const left = frame.x + (frame.width - across * scale) / 2;
	const point: Point = ([longitude, latitude]) => [
		left + (longitude - west) * squeeze * scale,
		frame.y + margin + (north - latitude) * scale,
	];
	return { point, height: down * scale + 2 * margin };
}

function drawArea({ areaId, polygons, islets }: AreaOutline, point: Point): DrawnArea {
	const drawn = polygons.map((rings) => rings.map((ring) => positionsOf(ring).map(point)));
	const path = drawn
		.flat()
		.map((ring) => `M${ring.map(write).join('L')}Z`)
		.join('');
	const points = positionsOf(islets).map(point);
	const dots = points.map((one) => `M${write(one)}h0`).join('');
	const label = drawn
		.map(([edge]) => labelOf(edge!))
		.reduce<DrawnArea['label']>(
			(best, one) => (!best || one.width * one.height > best.width * best.height ? one : best),
			undefined,
		);
	return { areaId, path, dots, polygons: drawn, islets: points, ...(label ? { label } : {}) };
}

const write = ([x, y]: [number, number]): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

/** The widest stretch inside a ring on a few levels: its middle is where a number fits best. */
function labelOf(ring: readonly [number, number][]): { x: number; y: number; width: number; height: number } {
	const [top, bottom] = [Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([, y]) => y))];
	let best = { x: ring[0]![0], y: (top + bottom) / 2, width: 0, height: bottom - top };
	for (const share of [0.3, 0.4, 0.5, 0.6, 0.7]) {
		const y = top + (bottom - top) * share;
		const crossings = ring.flatMap(([x1, y1], index) => {
			const [x2, y2] = ring[(index + 1) % ring.length]!;
			return y1 > y === y2 > y ? [] : [x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)];
		});
		crossings.sort((one, other) => one - other);
		for (let at = 0; at + 1 < crossings.length; at += 2) {
			const room = crossings[at + 1]! - crossings[at]!;
			if (room > best.width) best = { ...best, x: (crossings[at]! + crossings[at + 1]!) / 2, y, width: room };
		}
	}
	return best;
}
