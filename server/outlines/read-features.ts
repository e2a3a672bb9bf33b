import { Problem } from '#platform/problem';
import type { Position } from '#shared/geo/outline';

/** An area's edge under the code of the statistics office. */
export interface Feature {
	code: string;
	polygons: Position[][][];
}

type Json = Record<string, unknown>;

/**
 * Reads the polygons of a GeoJSON FeatureCollection (RFC 7946) or of a TopoJSON topology, quantised or not. The code is
 * the property named, or else the feature's id, `code` or `ma`. Throws `outlines-unreadable`.
 */
export function readFeatures(text: string, codeName?: string): Feature[] {
	const file = parse(text);
	const all = file.type === 'Topology' ? readTopology(file) : readCollection(file);
	const features = all.flatMap(({ properties, id, polygons }) => {
		const code = codeName === undefined ? (id ?? properties.code ?? properties.ma) : properties[codeName];
		return polygons.length && (typeof code === 'string' || typeof code === 'number')
			? [{ code: String(code), polygons }]
			: [];
	});
	if (!features.length) throw new Problem('outlines-unreadable');
	return features;
}

function parse(text: string): Json {
	try {
		return (JSON.parse(text) ?? {}) as Json;
	} catch (cause) {
		throw new Problem('outlines-unreadable', { cause });
	}
}

interface Raw {
	id: unknown;
	properties: Json;
	polygons: Position[][][];
}

function readCollection({ features }: Json): Raw[] {
	if (!Array.isArray(features)) throw new Problem('outlines-unreadable');
	return features.map(({ id, properties, geometry }: Json) => {
		const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: Position[][][] };
		const polygons = type === 'MultiPolygon' ? coordinates! : type === 'Polygon' ? [coordinates as never] : [];
		return { id, properties: (properties ?? {}) as Json, polygons: polygons.map((rings) => rings.map(open)) };
	});
}

/** A ring without its first position again at the end. */
const open = (ring: readonly Position[]): Position[] => ring.slice(0, -1);

interface Topology {
	arcs: number[][][];
	transform?: { scale: [number, number]; translate: [number, number] };
	objects: Record<string, { geometries?: Geometry[] }>;
}
interface Geometry {
	id?: unknown;
	properties?: Json;
	type: string;
	arcs?: number[][][] | number[][];
}

/** TopoJSON 1.0: neighbours share arcs; `~3` is arc 3 backwards; quantised positions are differences. */
function readTopology(file: Json): Raw[] {
	const { arcs, transform, objects } = file as unknown as Topology;
	if (!Array.isArray(arcs) || !objects) throw new Problem('outlines-unreadable');
	const lines = arcs.map((arc) => toLine(arc, transform));
	const lineOf = (index: number) => (index < 0 ? lines[~index]!.toReversed() : lines[index]!);
	const ringOf = (indices: number[]) => open(indices.flatMap((index, at) => lineOf(index).slice(at ? 1 : 0)));
	return Object.values(objects)
		.flatMap(({ geometries }) => geometries ?? [])
		.map(({ id, properties, type, arcs: used }) => {
			const polygons =
				type === 'MultiPolygon' ? (used as number[][][]) : type === 'Polygon' ? [used as number[][]] : [];
			return { id, properties: properties ?? {}, polygons: polygons.map((rings) => rings.map(ringOf)) };
		});
}

function toLine(arc: readonly number[][], transform: Topology['transform']): Position[] {
	if (!transform) return arc.map(([x, y]) => [x!, y!]);
	const [scaleX, scaleY] = transform.scale;
	const [left, bottom] = transform.translate;
	let [x, y] = [0, 0];
	return arc.map(([dx, dy]) => {
		x += dx!;
		y += dy!;
		return [x * scaleX + left, y * scaleY + bottom];
	});
}
