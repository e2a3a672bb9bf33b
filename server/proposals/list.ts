import Type from 'typebox';
import { officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { Proposal, toProposals } from './proposal.ts';
import { selectDone, selectOpen } from './queries.ts';
import { worker, workers } from './reach.ts';

export const list = operation({
	name: 'proposals.list',
	summary: {
		vi: 'Các đề nghị cách ly trong địa bàn, việc sắp quá hạn trước, tên được che',
		en: 'The proposals within reach, what is due first at the top, with masked names',
	},
	who: worker,
	input: Type.Object(
		{
			state: Type.Union([Type.Literal('to-decide'), Type.Literal('to-tell'), Type.Literal('done')]),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: PageCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ proposals: Type.Array(Proposal), nextCursor: Type.Optional(Type.String()) }),
	personal: 'reads',
	purpose: () => 'Đề nghị cách ly · Proposals for isolation',
	run: async ({ db, caller, now, platform: { keys }, about }, { state, limit = 50, cursor }) => {
		const ranges = officerRanges(caller.actor, workers);
		const rows = await db.rows(
			state === 'done'
				? selectDone({ ranges, before: readPageCursor(cursor), limit })
				: selectOpen({ ranges, isDecided: state === 'to-tell', after: readAfter(cursor), limit }),
		);
		about(...new Set(rows.map((row) => row.person_id)));
		const last = rows.at(-1);
		return {
			proposals: await toProposals({ db, keys, now }, rows),
			...(last && rows.length === limit
				? { nextCursor: toPageCursor(last.next_due_at ?? last.proposed_at, last.proposal_id) }
				: {}),
		};
	},
});

/** What is due goes forward in time, so the first page begins with the oldest there can be. */
const readAfter = (cursor: string | undefined) =>
	cursor === undefined ? { at: new Date(0), id: '0' } : readPageCursor(cursor);
