import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Told } from './clock.ts';
import { Moment } from './fields.ts';
import { Proposal, toProposals } from './proposal.ts';
import { selectProposals } from './queries.ts';
import { selectNotices } from './queries-notices.ts';
import { workerOfProposal } from './reach.ts';

export const get = operation({
	name: 'proposals.get',
	summary: {
		vi: 'Một đề nghị cách ly với thời hạn từng bước và những ai đã được báo, tên được che',
		en: 'One proposal with the clock of each step and who was told, with the name masked',
	},
	who: workerOfProposal,
	input: Type.Object({ proposalId: Id }, { additionalProperties: false }),
	output: Type.Object({
		...Proposal.properties,
		notices: Type.Array(
			Type.Object({ whom: Told, toldAt: Moment, how: Type.String(), authority: Type.Optional(Type.String()) }),
		),
	}),
	personal: 'reads',
	purpose: () => 'Đề nghị cách ly · Proposals for isolation',
	run: async ({ db, now, platform: { keys }, about }, { proposalId }) => {
		const row = await db.find(selectProposals([proposalId]));
		if (!row) throw new Problem('not-found', { field: 'proposalId' });
		about(row.person_id);
		const [proposal] = await toProposals({ db, keys, now }, [row]);
		const notices = await db.rows(selectNotices([proposalId]));
		return {
			...proposal!,
			notices: notices.map((one) => ({
				...{ whom: one.whom as Told, toldAt: one.told_at.toISOString(), how: one.how },
				...(one.authority ? { authority: one.authority } : {}),
			})),
		};
	},
});
