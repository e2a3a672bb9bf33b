import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { markRefused } from './queries-proposals.ts';
import { deciderOfProposal } from './reach.ts';

export const refuseProposal = operation({
	name: 'zones.refuse-proposal',
	summary: {
		vi: 'Ghi rằng đề nghị khoanh vùng không được chấp thuận, ai quyết định và vì sao',
		en: 'Records that a proposed cordon was refused, by whom and why',
	},
	who: deciderOfProposal,
	input: Type.Object(
		{
			proposalId: Id,
			decidedBy: Type.String({ minLength: 3, maxLength: 200 }),
			refusal: Type.String({ minLength: 3, maxLength: 500 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({}),
	personal: 'changes',
	run: async ({ db, now }, { proposalId, decidedBy, refusal }) => {
		if (!(await db.run(markRefused(proposalId, decidedBy, refusal, now)))) throw new Problem('already-ended');
		return {};
	},
});
