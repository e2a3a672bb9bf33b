import { sql } from '#platform/sql';
import type { ExtentRow } from './extent.ts';

export interface ProposalRow {
	proposal_id: string;
	area_id: number;
	area_path: string;
	part: string | null;
	shape: ExtentRow['shape'];
	disease: string;
	reason: string;
	authority: string;
	proposed_at: Date;
	outcome: 'declared' | 'refused' | null;
	decided_at: Date | null;
	decided_by: string | null;
	refusal: string | null;
	cordon_id: string | null;
}

export const insertProposal = (row: {
	proposalId: string;
	area: { areaId: number; path: string };
	extent: ExtentRow;
	disease: string;
	reason: string;
	by: string | null;
	authority: string;
	now: Date;
}) => sql`
	insert into zones.proposal (proposal_id, area_id, area_path, part, shape, households_sealed, outline, disease, reason,
		proposed_by, authority, proposed_at)
	values (${row.proposalId}, ${row.area.areaId}, ${row.area.path}, ${row.extent.part}, ${row.extent.shape},
		${row.extent.households_sealed}, ${row.extent.outline}, ${row.disease}, ${row.reason}, ${row.by}, ${row.authority},
		${row.now})`;

/** Held still, so that it is decided once. */
export const lockProposal = (proposalId: string) => sql<ProposalRow & Pick<ExtentRow, 'households_sealed' | 'outline'>>`
	select proposal_id, area_id, area_path, part, shape, households_sealed, outline, disease, reason, authority, proposed_at,
		outcome, decided_at, decided_by, refusal, cordon_id
	from zones.proposal
	where proposal_id = ${proposalId}
	for update`;

export const selectProposalArea = (proposalId: string) => sql<{ area_path: string }>`
	select area_path from zones.proposal where proposal_id = ${proposalId}`;

export const markDeclared = (proposalId: string, cordonId: string, now: Date) => sql`
	update zones.proposal set outcome = 'declared', decided_at = ${now}, cordon_id = ${cordonId}
	where proposal_id = ${proposalId} and outcome is null`;

export const markRefused = (proposalId: string, by: string, refusal: string, now: Date) => sql`
	update zones.proposal set outcome = 'refused', decided_at = ${now}, decided_by = ${by}, refusal = ${refusal}
	where proposal_id = ${proposalId} and outcome is null`;

/** One page of what was proposed in some ranges of area paths, the newest first; `isOpen`: only what awaits a decision. */
export const selectProposals = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	isOpen: boolean;
	before: { at: Date; id: string };
	limit: number;
}) => sql<ProposalRow>`
	select p.proposal_id, p.area_id, p.area_path, p.part, p.shape, p.disease, p.reason, p.authority, p.proposed_at, p.outcome,
		p.decided_at, p.decided_by, p.refusal, p.cordon_id
	from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
	cross join lateral (
		select k.proposal_id, k.area_id, k.area_path, k.part, k.shape, k.disease, k.reason, k.authority, k.proposed_at,
			k.outcome, k.decided_at, k.decided_by, k.refusal, k.cordon_id
		from zones.proposal k
		where k.area_path collate "C" >= reach.path_from and k.area_path collate "C" < reach.path_until
			and (k.proposed_at, k.proposal_id) < (${page.before.at}, ${page.before.id}::bigint)
			and (not ${page.isOpen}::boolean or k.outcome is null)
		order by k.proposed_at desc, k.proposal_id desc
		limit ${page.limit}
	) p
	order by p.proposed_at desc, p.proposal_id desc
	limit ${page.limit}`;
