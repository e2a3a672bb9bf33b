import type { Caller } from '#platform/actor';
import { writeAudit } from '#platform/audit';
import type { Platform } from '#platform/platform';
import { completed, completeReady } from './complete.ts';
import { renewDue } from './keep-due.ts';
import { selectReady } from './queries.ts';
import { addEnded, type BatchRow, finishBatch, selectBatch } from './queries-batches.ts';

/** One transaction each: a door waits for none of them, and a killed worker loses at most one. */
const ordersAtOnce = 400;

/** Ends everybody of a batch who is ready. Running it again goes on with who is left. */
export async function endBatch(platform: Platform, batchId: string): Promise<void> {
	const batch = await platform.db.find(selectBatch(batchId));
	if (!batch || batch.done_at) return;
	let after = { untilOn: '2000-01-01', order: '0' };
	for (let last: typeof after | undefined; (last = await endPiece(platform, batch, after)); after = last);
	await platform.db.run(finishBatch(batchId, platform.clock.now()));
}

/** The next piece, in one transaction with its audit entry; undefined when none is left. */
function endPiece({ db, clock }: Platform, batch: BatchRow, after: { untilOn: string; order: string }) {
	const now = clock.now();
	const caller = callerOf(batch);
	const ranges = { from: [batch.area_path], until: [`${batch.area_path}/`] };
	return db.transaction(async (transaction) => {
		const rows = await transaction.rows(selectReady({ ranges, after, limit: ordersAtOnce }));
		const last = rows.at(-1);
		if (!last) return undefined;
		const orders = rows.map((row) => row.order_id);
		const assessed = await renewDue(transaction, orders, now);
		const ended = new Set(
			await completeReady({ db: transaction, now, caller }, assessed, {
				...{ decidedBy: batch.decided_by, decisionNumber: batch.decision_number },
			}),
		);
		await transaction.run(addEnded(batch.batch_id, ended.size));
		await writeAudit(transaction, [
			{
				...{ at: now, operation: 'endings.decide-all', caller, outcome: 'done', purpose: completed, isLook: true },
				persons: rows.filter((row) => ended.has(row.order_id)).map((row) => row.person_id),
			},
		]);
		return { untilOn: last.until_on, order: last.order_id };
	});
}

/** In the name of whoever decided. */
const callerOf = ({ batch_id, ordered_by, authority }: BatchRow): Caller => ({
	actor: { kind: 'staff', id: ordered_by ?? '0', session: '0', roles: [], authority },
	...{ address: 'local', requestId: `batch ${batch_id}`, language: 'vi' },
});
