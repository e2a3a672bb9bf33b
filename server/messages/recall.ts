import { withdrawCalls } from '#calls';
import type { Db } from '#platform/db';
import type { State } from './message.ts';
import { countByState, insertRecall, recallWaiting, selectReached } from './queries.ts';

const pieceLength = 10_000;

/**
 * Withdraws all messages of a source: what is unsent stays unsent, and whatever is queued of it later. `stopped` were
 * waiting; `underWay` are in the hands of a worker at this moment and will be known within minutes, when nothing is tried
 * again. Whom it reached tells `listReached`. Calling it again stops nothing twice.
 */
export async function recallMessages(
	db: Db,
	{ sourceId }: { sourceId: string },
	now: Date,
): Promise<{ stopped: number; underWay: number }> {
	await db.run(insertRecall(sourceId, now));
	let stopped = 0;
	for (let more = pieceLength; more === pieceLength; stopped += more)
		more = await db.run(recallWaiting(sourceId, now, pieceLength));
	await withdrawCalls(db, sourceId);
	return { stopped, underWay: (await countMessages(db, sourceId)).sending };
}

/** Exactly those whom messages of a source reached, or may have, a page in the order of their ids after `after`. */
export async function listReached(
	db: Db,
	sourceId: string,
	{ after = '0', limit }: { after?: string; limit: number },
): Promise<string[]> {
	return (await db.rows(selectReached(sourceId, after, limit))).map((row) => row.person_id);
}

/** How many messages of a source are where. */
export async function countMessages(db: Db, sourceId: string): Promise<Record<State, number>> {
	const rows = await db.rows(countByState(sourceId));
	const none = {
		waiting: 0,
		sending: 0,
		sent: 0,
		unsure: 0,
		'to-call': 0,
		failed: 0,
		blocked: 0,
		expired: 0,
		recalled: 0,
	};
	return { ...none, ...Object.fromEntries(rows.map(({ state, people }) => [state, people])) };
}
