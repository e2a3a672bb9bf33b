import type { Db } from '#platform/db';
import { chunks } from '#platform/sql';
import { findCircles } from './circles.ts';
import type { Kind } from './link.ts';
import { lockLinks } from './queries.ts';
import { insertLinks, selectAbove, selectConfirmedOf } from './queries-add.ts';

/** Who infected whom, as another system tells it. Both are cases of the same disease. */
export interface NewLink {
	infecteeId: string;
	infectorId: string;
	kind: Kind;
	contactOn?: string;
	relation?: string;
	setting?: string;
}

/** `known`: was there before and stays as it is. */
export type LinkOutcome = 'added' | 'known' | 'chain-is-circle' | 'infector-known' | 'infects-itself';

/** Adds many links of a disease in the caller's transaction, by the rules of `set-link`. Returns what came of each. */
export async function addLinks(
	{ db, now, by }: { db: Db; now: Date; by: string | null },
	disease: string,
	links: readonly NewLink[],
): Promise<LinkOutcome[]> {
	if (!links.length) return [];
	await db.rows(lockLinks(disease));
	const above = await db.rows(selectAbove([...new Set(links.map(({ infectorId }) => infectorId))]));
	const known = above.map((row) => ({ infectorId: row.infector_id, infecteeId: row.infectee_id }));
	const infectees = [...new Set(links.map(({ infecteeId }) => infecteeId))];
	const confirmed = new Map(
		(await db.rows(selectConfirmedOf(infectees))).map((row) => [row.infectee_id, row.infector_id]),
	);
	const circles = findCircles(known, links);
	const outcomes = links.map((link, index): LinkOutcome => {
		if (link.infectorId === link.infecteeId) return 'infects-itself';
		if (circles.has(index)) return 'chain-is-circle';
		const infector = confirmed.get(link.infecteeId);
		if (link.kind === 'confirmed' && infector !== undefined && infector !== link.infectorId) return 'infector-known';
		if (link.kind === 'confirmed') confirmed.set(link.infecteeId, link.infectorId);
		return 'added';
	});
	const rows = links.flatMap((link, index) =>
		outcomes[index] === 'added'
			? [
					[
						...[link.infecteeId, link.infectorId, disease, link.kind, link.contactOn ?? null],
						...[link.relation ?? 'unknown', link.setting ?? 'unknown', by, now],
					],
				]
			: [],
	);
	const added = new Set<string>();
	for (const part of chunks(rows))
		for (const row of await db.rows(insertLinks(part))) added.add(`${row.infectee_id} ${row.infector_id}`);
	return links.map(({ infecteeId, infectorId }, index) => {
		const isKnown = outcomes[index] === 'added' && !added.delete(`${infecteeId} ${infectorId}`);
		return isKnown ? 'known' : outcomes[index]!;
	});
}
