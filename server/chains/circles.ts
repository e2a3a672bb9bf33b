interface Edge {
	infectorId: string;
	infecteeId: string;
}

/**
 * Which of some new links would close a circle, by their index, with the links there are and the new ones before them.
 * `known`: every link above the new infectors.
 */
export function findCircles(known: readonly Edge[], added: readonly Edge[]): Set<number> {
	const above = new Map<string, string[]>();
	const join = ({ infectorId, infecteeId }: Edge) => {
		const infectors = above.get(infecteeId);
		if (infectors) infectors.push(infectorId);
		else above.set(infecteeId, [infectorId]);
	};
	for (const edge of known) join(edge);
	const circles = new Set<number>();
	for (const [index, edge] of added.entries()) {
		if (isAbove(edge.infecteeId, edge.infectorId, above)) circles.add(index);
		else join(edge);
	}
	return circles;
}

/** Whether a case infected another, itself or through others. */
function isAbove(upper: string, lower: string, above: ReadonlyMap<string, readonly string[]>): boolean {
	const seen = new Set([lower]);
	const toVisit = [lower];
	for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
		if (id === upper) return true;
		for (const next of above.get(id) ?? []) {
			if (seen.has(next)) continue;
			seen.add(next);
			toVisit.push(next);
		}
	}
	return false;
}
