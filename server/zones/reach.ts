import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { selectCordonArea } from './queries.ts';
import { selectProposalArea } from './queries-proposals.ts';

/** A health officer whose area the cordon lies in. */
export const officerOfCordon = officerOf(
	async ({ cordonId }: { cordonId: string }, db: Db) => (await db.find(selectCordonArea(cordonId)))?.area_path,
);

/** A health officer whose area the proposed cordon lies in. */
export const officerOfProposal = officerOf(
	async ({ proposalId }: { proposalId: string }, db: Db) => (await db.find(selectProposalArea(proposalId)))?.area_path,
);
