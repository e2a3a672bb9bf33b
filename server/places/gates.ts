import type { Db } from '#platform/db';
import { selectGates } from './queries.ts';

/** The gates of a place by their numbers, closed ones too. */
export async function listGates(db: Db, placeId: string): Promise<{ gate: number; name: string; isClosed: boolean }[]> {
	const rows = await db.rows(selectGates(placeId));
	return rows.map(({ gate, name, closed_at }) => ({ gate, name, isClosed: closed_at !== null }));
}
