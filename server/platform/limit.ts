import type { Database } from './db.ts';
import type { Keys } from './keys.ts';
import { Problem } from './problem.ts';
import { sql } from './sql.ts';

/** At most `count` calls in each window of `seconds`, for each value of what it is counted by. */
export interface Limit {
	count: number;
	seconds: number;
}

/**
 * Counts a call and throws `too-many-requests` past the limit. Counted in the database, outside the operation's
 * transaction: a restart or a rolled-back attempt forgets nothing, and all servers count together. What is counted is
 * stored as a keyed hash only.
 */
export async function countCall(
	{ db, keys, now }: { db: Database; keys: Keys; now: Date },
	{ what, value, limit }: { what: string; value: string; limit: Limit },
): Promise<void> {
	const { startedAt, endsAt } = windowOf(limit, now);
	const { calls } = await db.one(addCall(keys.hash(what, value), startedAt, endsAt));
	if (calls <= limit.count) return;
	const retryAfterSeconds = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1_000));
	throw new Problem('too-many-requests', { retryAfterSeconds });
}

/**
 * Takes back one counted call, where only what goes wrong is limited. Counting first and taking back is what keeps a
 * thousand calls at once within the limit.
 */
export async function uncountCall(
	{ db, keys, now }: { db: Database; keys: Keys; now: Date },
	{ what, value, limit }: { what: string; value: string; limit: Limit },
): Promise<void> {
	await db.run(takeCallBack(keys.hash(what, value), windowOf(limit, now).startedAt));
}

function windowOf({ seconds }: Limit, now: Date): { startedAt: Date; endsAt: Date } {
	const width = seconds * 1_000;
	const startedAt = new Date(Math.floor(now.getTime() / width) * width);
	return { startedAt, endsAt: new Date(startedAt.getTime() + width) };
}

const addCall = (counted: Buffer, startedAt: Date, endsAt: Date) => sql<{ calls: number }>`
	insert into platform.call_count (counted, started_at, ends_at, calls) values (${counted}, ${startedAt}, ${endsAt}, 1)
	on conflict (counted, started_at) do update set calls = platform.call_count.calls + 1
	returning calls`;

const takeCallBack = (counted: Buffer, startedAt: Date) => sql`
	update platform.call_count set calls = calls - 1 where counted = ${counted} and started_at = ${startedAt}`;

/** Removes the windows that are over. */
export const deletePastCounts = (now: Date) => sql`delete from platform.call_count where ends_at < ${now}`;
