import Type from 'typebox';
import { addAlias, forgetAliases, readCurrent } from '#identity';
import { renewDuties } from '#monitoring';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { getCandidateRow, officerOfCandidate, Purpose } from './candidate.ts';
import { insertMerge, updateState } from './queries.ts';

export const merge = operation({
	name: 'duplicates.merge',
	summary: {
		vi: 'Hợp nhất hai hồ sơ của một người: chọn hồ sơ ở lại; hoàn tác được, không mất gì',
		en: 'Makes two records one person: which of them stays is chosen; it can be undone and nothing is lost',
	},
	who: officerOfCandidate,
	input: Type.Object(
		{ candidateId: Id, stays: { ...Id, description: 'Whose name and numbers are shown' }, reason: Purpose },
		{ additionalProperties: false },
	),
	output: Type.Object({ mergeId: Id, stays: Id }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async ({ db, caller, now, platform, about, afterCommit }, { candidateId, stays, reason }) => {
		const row = await getCandidateRow(db, candidateId);
		about(row.low_id, row.high_id);
		if (stays !== row.low_id && stays !== row.high_id) throw new Problem('invalid-input', { field: 'stays' });
		const dropped = stays === row.low_id ? row.high_id : row.low_id;
		const by = actorId(caller.actor) ?? null;
		const change = { from: 'open', to: 'merged', by, note: reason, now };
		if (!(await db.run(updateState(candidateId, change)))) throw new Problem('conflict');
		// Either may have been merged with a third meanwhile: who stayed then is who is merged now.
		const currentOf = await readCurrent(db, [stays, dropped]);
		const [staysId, droppedId] = [currentOf(stays), currentOf(dropped)];
		if (staysId === droppedId) throw new Problem('conflict');
		const mergeId = newId();
		await db.run(
			insertMerge({
				merge_id: mergeId,
				candidate_id: candidateId,
				stays_id: staysId,
				dropped_id: droppedId,
				reason,
				merged_by: by,
				merged_at: now,
			}),
		);
		await addAlias(db, { personId: droppedId, staysId, mergeId, now });
		await renewDuties(db, [staysId, droppedId], now);
		afterCommit(() => forgetAliases(platform));
		return { mergeId, stays: staysId };
	},
});
