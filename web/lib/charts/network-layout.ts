/** A case to place: as much of it as decides where. */
export interface PlacedNode {
	generation: number;
	/** Whole days since any one day. */
	day?: number;
	/** Its area; none for one that is led elsewhere. */
	areaId?: number;
}

export interface PlacedLink {
	from: number;
	to: number;
	kind: 'confirmed' | 'probable' | 'possible';
}

export type Layout = 'generations' | 'time' | 'areas';

export interface Place {
	x: number;
	y: number;
}

export interface Band {
	areaId: number | undefined;
	top: number;
	height: number;
}

export interface Placed {
	width: number;
	height: number;
	places: Place[];
	/** One for each area, from the top down; only in the layout by areas. */
	bands: Band[];
	/** Where the days stand; only in the layout by time. */
	days: { day: number; x: number }[];
}

const roomy = { column: 190, row: 34, day: 44 };
const tight = { column: 90, row: 16, day: 26 };
const margin = { left: 24, top: 52, bottom: 12 };
/** With more cases than this, names would run into each other. */
export const namedMax = 120;

/**
 * Places the cases of a chain: who infected stands left of who was infected, a branch below a branch, in rows that no two
 * cases share within a column. Cost grows with the number of cases and links.
 */
export function placeNetwork(nodes: readonly PlacedNode[], links: readonly PlacedLink[], layout: Layout): Placed {
	const size = nodes.length > namedMax ? tight : roomy;
	const rows = findRows(nodes, links);
	if (layout === 'areas') return placeByArea(nodes, rows, size);
	const days = nodes.flatMap(({ day }) => day ?? []);
	const first = days.length ? days.reduce((least, day) => Math.min(least, day)) : 0;
	const last = days.length ? days.reduce((most, day) => Math.max(most, day)) : 0;
	// A year is no wider than a screen can scroll.
	const dayWidth = Math.max(2, Math.min(size.day, 6_000 / (last - first + 1)));
	const x = ({ generation, day }: PlacedNode) => {
		if (layout === 'generations') return margin.left + generation * size.column;
		// Who has no day stands before the first.
		return margin.left + (day === undefined ? 0 : 60 + (day - first) * dayWidth);
	};
	const places = nodes.map((node, index) => ({ x: x(node), y: margin.top + rows[index]! * size.row }));
	const right = places.reduce((most, place) => Math.max(most, place.x), 0);
	const bottom = places.reduce((most, place) => Math.max(most, place.y), 0);
	const step = Math.max(1, Math.ceil(56 / dayWidth));
	const marks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
	return {
		width: right + size.column,
		height: bottom + size.row + margin.bottom,
		places,
		bands: [],
		days:
			layout === 'time' && days.length
				? marks.map((day) => ({ day, x: margin.left + 60 + (day - first) * dayWidth }))
				: [],
	};
}

/** Of each case its row: that of the middle of those it infected, each of whom has rows of their own. */
function findRows(nodes: readonly PlacedNode[], links: readonly PlacedLink[]): number[] {
	const parentOf = surestInfectors(nodes, links);
	const children: number[][] = nodes.map(() => []);
	const roots: number[] = [];
	for (const [index, parent] of parentOf.entries()) (parent < 0 ? roots : children[parent]!).push(index);
	// Who fell ill first stands above, the same each time.
	const dayOf = (index: number) => nodes[index]!.day ?? Number.MAX_SAFE_INTEGER;
	for (const branch of [roots, ...children]) branch.sort((one, other) => dayOf(one) - dayOf(other));
	const rows = Array<number>(nodes.length).fill(0);
	let next = 0;
	// Depth first without recursion: a chain may be two thousand cases long.
	const stack = roots.reverse().map((node) => ({ node, child: 0, from: 0 }));
	while (stack.length) {
		const top = stack.at(-1)!;
		const own = children[top.node]!;
		if (top.child < own.length) {
			stack.push({ node: own[top.child++]!, child: 0, from: next });
			continue;
		}
		rows[top.node] = own.length ? (rows[own[0]!]! + rows[own.at(-1)!]!) / 2 : next++;
		stack.pop();
	}
	return rows;
}

const sureness = { confirmed: 0, probable: 1, possible: 2 };

/** Of several who may have infected a case, the surest one stands for them; none that comes after it. */
function surestInfectors(nodes: readonly PlacedNode[], links: readonly PlacedLink[]): number[] {
	const best = Array<PlacedLink | undefined>(nodes.length);
	for (const link of links) {
		if (nodes[link.from]!.generation >= nodes[link.to]!.generation) continue;
		const known = best[link.to];
		if (!known || sureness[link.kind] < sureness[known.kind]) best[link.to] = link;
	}
	return nodes.map((_, index) => best[index]?.from ?? -1);
}

/** A band for each area, the cases of one generation below each other in it. */
function placeByArea(nodes: readonly PlacedNode[], rows: readonly number[], size: typeof roomy): Placed {
	const areas = new Map<number | undefined, number[]>();
	for (const index of nodes.keys()) {
		const { areaId } = nodes[index]!;
		const known = areas.get(areaId);
		if (known) known.push(index);
		else areas.set(areaId, [index]);
	}
	// The area with most cases first; what is led elsewhere last.
	const ordered = [...areas].sort(
		([one, ofOne], [other, ofOther]) =>
			Number(one === undefined) - Number(other === undefined) ||
			ofOther.length - ofOne.length ||
			(one ?? 0) - (other ?? 0),
	);
	const places: Place[] = nodes.map(() => ({ x: 0, y: 0 }));
	const bands: Band[] = [];
	let top = 0;
	for (const [areaId, members] of ordered) {
		const used = new Map<number, number>();
		for (const index of members.toSorted((one, other) => rows[one]! - rows[other]!)) {
			const { generation } = nodes[index]!;
			const row = used.get(generation) ?? 0;
			used.set(generation, row + 1);
			places[index] = { x: margin.left + generation * size.column, y: top + margin.top + row * size.row };
		}
		const height = margin.top + Math.max(...used.values()) * size.row;
		bands.push({ areaId, top, height });
		top += height;
	}
	const right = places.reduce((most, place) => Math.max(most, place.x), 0);
	return { width: right + size.column, height: top + margin.bottom, places, bands, days: [] };
}
