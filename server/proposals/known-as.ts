import { hasAliases, sameAs } from '#identity';
import type { Db } from '#platform/db';
import { selectWaiting } from './queries.ts';

interface KnownAs {
	/** The proposal that waits for somebody under another id of theirs. */
	proposalOf: Map<string, string>;
	/** The id of whoever stands on the same list before and is the same person. */
	listedAs: Map<string, string>;
}

/** Who of a list is proposed for a disease already, or stands on the list twice, because two records are one person. */
export async function readKnownAs(db: Db, people: readonly { personId: string }[], disease: string): Promise<KnownAs> {
	const known: KnownAs = { proposalOf: new Map(), listedAs: new Map() };
	if (!(await hasAliases(db))) return known;
	const same = await sameAs(
		db,
		people.map(({ personId }) => personId),
	);
	const merged = [...same].filter(([, ids]) => ids.length > 1);
	if (!merged.length) return known;
	const rows = await db.rows(
		selectWaiting(
			merged.flatMap(([, ids]) => ids),
			disease,
		),
	);
	const waiting = new Map(rows.map((row) => [row.person_id, row.proposal_id]));
	const listed = new Set<string>();
	for (const [person, [, ...others]] of merged) {
		const proposal = others.map((id) => waiting.get(id)).find((one) => one !== undefined);
		const before = others.find((id) => listed.has(id));
		if (proposal !== undefined && !waiting.has(person)) known.proposalOf.set(person, proposal);
		else if (before !== undefined) known.listedAs.set(person, before);
		else listed.add(person);
	}
	return known;
}
