import Type from 'typebox';
import { endHolds } from '#isolation';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { readClocks } from './clock.ts';
import { Proposals, Reason } from './fields.ts';
import { updateDecided } from './queries.ts';
import { workerOfAll } from './reach.ts';
import { isOwnDecision, readUndecided } from './read-undecided.ts';

export const refuse = operation({
	name: 'proposals.refuse',
	summary: {
		vi: 'Không chấp nhận đề nghị cách ly; việc tạm giữ hết ngay',
		en: 'Refuses what was proposed; whoever was kept is free at once',
	},
	who: workerOfAll,
	input: Type.Object(
		{ proposals: Proposals, decidedBy: Type.String({ minLength: 3, maxLength: 200 }), reason: Reason },
		{ additionalProperties: false },
	),
	output: Type.Object({ refused: Type.Integer() }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async (context, { proposals, decidedBy, reason }) => {
		const { db, now, caller, about } = context;
		const rows = await readUndecided(db, proposals);
		about(...rows.map((row) => row.person_id));
		const isOwn = isOwnDecision(caller.actor, rows, await readClocks(db));
		await endHolds(
			context,
			rows.map((row) => ({ personId: row.person_id, proposalId: row.proposal_id })),
		);
		const refused = await db.run(
			updateDecided({
				proposals: rows.map((row) => ({ proposalId: row.proposal_id, orderId: null, noticeDueAt: null })),
				...{ outcome: 'refused', by: actorId(caller.actor) ?? null, isOwn, decidedBy, decisionNumber: null },
				...{ refusedReason: reason, now },
			}),
		);
		return { refused };
	},
});
