import type { Db } from '#platform/db';
import { chunks } from '#platform/sql';
import { insertAttempts } from './queries-attempts.ts';

/** That somebody was called or visited, as another system tells it. */
export interface NewAttempt {
	personId: string;
	/** The same attempt told again has the same id. */
	attemptId: string;
	at: Date;
	outcome: 'reached' | 'no-answer' | 'visited';
	note: string;
}

/** Notes many attempts in the caller's transaction. Returns how many were not there before. */
export async function addAttempts(
	db: Db,
	by: { id: string | null; authority: string },
	given: readonly NewAttempt[],
): Promise<number> {
	const rows = given.map((one) => [
		...[one.personId, one.attemptId, one.at, by.id, by.authority, one.outcome, one.note],
	]);
	let added = 0;
	for (const part of chunks(rows)) added += await db.run(insertAttempts(part));
	return added;
}
