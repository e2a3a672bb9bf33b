import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { selectCall } from './queries.ts';

/** A health officer whose area is to make the call. */
export const officerOfCall = officerOf(
	async ({ callId }: { callId: string }, db: Db) => (await db.find(selectCall(callId)))?.area_path,
);
