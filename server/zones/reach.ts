import { findArea } from '#areas';
import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { role } from '#platform/who';
import { selectCordonArea } from './queries.ts';
import { selectProposalArea } from './queries-proposals.ts';

/** Who records decisions about cordons: the commune's chair, who takes them (NĐ 165/2026 Đ13), or a health officer who writes down what was signed. */
export const deciders = ['health-officer', 'commune-chair'];

export const decider = role(deciders);

const areaOfCordon = async ({ cordonId }: { cordonId: string }, db: Db) =>
	(await db.find(selectCordonArea(cordonId)))?.area_path;

/** A health officer whose area the cordon lies in: they alone see who lives there. */
export const officerOfCordon = officerOf(areaOfCordon);

/** Whoever decides in the area the cordon lies in. */
export const deciderOfCordon = role(deciders, async (input: { cordonId: string }, db: Db) => ({
	area: await areaOfCordon(input, db),
}));

/** Whoever decides in an area. */
export const deciderOfArea = role(deciders, async ({ areaId }: { areaId: number }, db: Db) => ({
	area: (await findArea(db, areaId))?.path,
}));

/** Whoever decides in the area the proposed cordon lies in. */
export const deciderOfProposal = role(deciders, async ({ proposalId }: { proposalId: string }, db: Db) => ({
	area: (await db.find(selectProposalArea(proposalId)))?.area_path,
}));
