import type { Module } from '#platform/module';
import { changeCordon } from './change-cordon.ts';
import { declareCordon } from './declare-cordon.ts';
import { endCordon } from './end-cordon.ts';
import { findHere } from './find-here.ts';
import { getCordon } from './get-cordon.ts';
import { jobs } from './jobs.ts';
import { listCordons } from './list-cordons.ts';
import { listProposals } from './list-proposals.ts';
import { listPublic } from './list-public.ts';
import { proposeCordon } from './propose-cordon.ts';
import { recordNotice } from './record-notice.ts';
import { refuseProposal } from './refuse-proposal.ts';

export { findCordon, getHeldCordon, type HeldCordon } from './held-cordon.ts';
export { type HomeCordon, listCordoned, listHomeCordons, readHomeCordons } from './home-cordons.ts';
export { deciderOfCordon, deciders, officerOfCordon } from './reach.ts';
export {
	changeCordon,
	declareCordon,
	endCordon,
	findHere,
	getCordon,
	listCordons,
	listProposals,
	listPublic,
	proposeCordon,
	recordNotice,
	refuseProposal,
};

export const zones: Module = {
	name: 'zones',
	operations: [
		...[proposeCordon, refuseProposal, listProposals, declareCordon, recordNotice, changeCordon, endCordon],
		...[getCordon, listCordons, listPublic, findHere],
	],
	jobs,
};
