import Type from 'typebox';
import { endAlias, forgetAliases } from '#identity';
import { renewDuties } from '#monitoring';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { getCandidateRow, Moment, officerOfCandidate, Purpose } from './candidate.ts';
import { selectMerge, updateState, updateUndone } from './queries.ts';

export const undo = operation({
	name: 'duplicates.undo',
	summary: {
		vi: 'Tách lại hai hồ sơ đã hợp nhất: mọi thứ trở về đúng như trước',
		en: 'Parts two records that were merged: all is as it was before',
	},
	who: officerOfCandidate,
	input: Type.Object({ candidateId: Id, reason: Purpose }, { additionalProperties: false }),
	output: Type.Object({ undoneAt: Moment }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async ({ db, caller, now, platform, about, afterCommit }, { candidateId, reason }) => {
		const row = await getCandidateRow(db, candidateId);
		about(row.low_id, row.high_id);
		const merged = await db.find(selectMerge(candidateId));
		const by = actorId(caller.actor) ?? null;
		const change = { from: 'merged', to: 'open', by, note: reason, now };
		if (!merged || !(await db.run(updateState(candidateId, change)))) throw new Problem('conflict');
		await db.run(updateUndone(merged.merge_id, { by, reason, now }));
		await endAlias(db, merged.merge_id, now);
		await renewDuties(db, [merged.stays_id, merged.dropped_id], now);
		afterCommit(() => forgetAliases(platform));
		return { undoneAt: now.toISOString() };
	},
});
