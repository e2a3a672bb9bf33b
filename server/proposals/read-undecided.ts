import type { Actor } from '#platform/actor';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import type { Clock } from './clock.ts';
import { lockProposals, type ProposalRow, selectProposals } from './queries.ts';
import { officesIn } from './reach.ts';

/** Proposals nobody has decided on, held until the transaction ends. Throws `decided-already`, or `not-found`. */
export async function readUndecided(db: Db, proposals: readonly string[]): Promise<ProposalRow[]> {
	await db.run(lockProposals(proposals));
	const rows = await db.rows(selectProposals(proposals));
	if (rows.length < proposals.length) throw new Problem('not-found', { field: 'proposals' });
	if (rows.some(({ outcome }) => outcome !== null)) throw new Problem('decided-already');
	return rows;
}

/**
 * Whether the office itself decides: true when the actor holds the right one for each of them; false when a health
 * officer writes down what it signed. Throws `wrong-office` for whoever holds another office only.
 */
export function isOwnDecision(actor: Actor, rows: readonly ProposalRow[], clocks: readonly Clock[]): boolean {
	const owns = rows.map((row) => {
		const { office } = clocks.find((one) => one.kind === row.kind && one.version === row.clock_version)!;
		const { offices, isOfficer } = officesIn(actor, row.area_path);
		if (!offices.includes(office) && !isOfficer) throw new Problem('wrong-office');
		return offices.includes(office);
	});
	return owns.every(Boolean);
}
