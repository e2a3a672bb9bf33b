import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { getCandidateRow, Moment, officerOfCandidate, Purpose } from './candidate.ts';
import { updateState } from './queries.ts';

export const dismiss = operation({
	name: 'duplicates.dismiss',
	summary: {
		vi: 'Ghi rằng hai hồ sơ là của hai người; không hỏi lại nữa',
		en: 'Says that two records are two people; they are not asked about again',
	},
	who: officerOfCandidate,
	input: Type.Object({ candidateId: Id, reason: Purpose }, { additionalProperties: false }),
	output: Type.Object({ dismissedAt: Moment }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async ({ db, caller, now, about }, { candidateId, reason }) => {
		const row = await getCandidateRow(db, candidateId);
		about(row.low_id, row.high_id);
		const change = { from: 'open', to: 'dismissed', by: actorId(caller.actor) ?? null, note: reason, now };
		if (!(await db.run(updateState(candidateId, change)))) throw new Problem('conflict');
		return { dismissedAt: now.toISOString() };
	},
});
