import type { Gazetteer } from './gazetteer.ts';
import type { Extent, Source } from './source.ts';

export interface LinkRow {
	old_id: number;
	new_id: number;
	extent: Extent;
}

export interface LinkPlan {
	/** Old units whose stored links give way to those of the source. */
	replaced: number[];
	rows: LinkRow[];
	added: number;
	removed: number;
}

/**
 * Compares a source's links with the stored ones. The office's table says all there is to say about an old unit, so its
 * links replace the stored ones; another source only speaks about old units of which nothing is known yet.
 */
export function planLinks(gazetteer: Gazetteer, source: Source, stored: readonly LinkRow[]): LinkPlan {
	const plan: LinkPlan = { replaced: [], rows: [], added: 0, removed: 0 };
	const storedByOld = Map.groupBy(stored, (row) => row.old_id);
	for (const [oldId, extents] of readLinks(gazetteer, source)) {
		const known = new Map((storedByOld.get(oldId) ?? []).map((row) => [row.new_id, row.extent]));
		if (isSame(known, extents) || (known.size && !source.isOfficial)) continue;
		if (known.size) plan.replaced.push(oldId);
		for (const [newId, extent] of extents) plan.rows.push({ old_id: oldId, new_id: newId, extent });
		plan.added += [...extents.keys()].filter((newId) => !known.has(newId)).length;
		plan.removed += [...known.keys()].filter((newId) => !extents.has(newId)).length;
	}
	return plan;
}

type Successors = Map<number, Extent>;

function readLinks(gazetteer: Gazetteer, source: Source): Map<number, Successors> {
	const byOld = new Map<number, Successors>();
	for (const link of source.links) {
		const old = gazetteer.place(link.old, source);
		// A table of what became what tells of a day that is past: the names now are in the table of the units now.
		const successor = gazetteer.place(link.new, { isOfficial: false });
		if (!old || !successor) continue;
		const successors = byOld.get(old.areaId) ?? new Map();
		byOld.set(old.areaId, successors);
		successors.set(successor.areaId, link.extent);
	}
	// A unit that went to several cannot have gone whole to one, whatever its note says.
	for (const successors of byOld.values())
		if (successors.size > 1) for (const newId of successors.keys()) successors.set(newId, 'part');
	return byOld;
}

function isSame(one: Successors, other: Successors): boolean {
	return one.size === other.size && [...one].every(([newId, extent]) => other.get(newId) === extent);
}
