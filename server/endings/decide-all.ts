import Type from 'typebox';
import { findArea } from '#areas';
import { decisionFields } from '#isolation';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { insertBatch } from './queries-batches.ts';
import { officerOfArea } from './reach.ts';

export const decideAll = operation({
	name: 'endings.decide-all',
	summary: {
		vi: 'Quyết định kết thúc cách ly cho mọi người đủ điều kiện trong một địa bàn; làm lần lượt ngay sau đó',
		en: 'Ends the isolation of everybody in an area who is ready; it is done piece by piece right after',
	},
	who: officerOfArea,
	input: Type.Object(
		{ areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), ...decisionFields },
		{ additionalProperties: false },
	),
	output: Type.Object({ batchId: Id }),
	// About nobody yet; each piece leaves its own entries.
	personal: 'changes',
	run: async ({ db, caller, now }, { areaId, decidedBy, decisionNumber }) => {
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		const batchId = newId();
		await db.run(
			insertBatch({
				...{ batch_id: batchId, area_path: area.path, decided_by: decidedBy, decision_number: decisionNumber },
				...{ ordered_by: actorId(caller.actor) ?? null, ordered_at: now, ended: 0, done_at: null },
				authority: 'authority' in caller.actor ? caller.actor.authority : 'Vaora',
			}),
		);
		await enqueue(db, { job: 'endings.end-batch', payload: { batchId }, key: batchId });
		return { batchId };
	},
});
