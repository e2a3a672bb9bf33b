import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { selectBatch } from './queries-batches.ts';
import { officerOfBatch } from './reach.ts';

export const getBatch = operation({
	name: 'endings.get-batch',
	summary: { vi: 'Việc kết thúc hàng loạt đã đến đâu', en: 'How far ending everybody of an area has come' },
	who: officerOfBatch,
	input: Type.Object({ batchId: Id }, { additionalProperties: false }),
	output: Type.Object({ ended: Type.Integer(), isDone: Type.Boolean(), decisionNumber: Type.String() }),
	personal: 'none',
	run: async ({ db }, { batchId }) => {
		const batch = await db.find(selectBatch(batchId));
		if (!batch) throw new Problem('not-found', { field: 'batchId' });
		return { ended: batch.ended, isDone: batch.done_at !== null, decisionNumber: batch.decision_number };
	},
});
