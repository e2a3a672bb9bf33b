import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { insertImported, selectByReferences } from './queries.ts';

/**
 * The ids of the places another system calls by these references, in their order; those it has not named before are
 * made, without an area, a gate or a code.
 */
export async function ensureImportedPlaces(db: Db, references: readonly string[]): Promise<string[]> {
	const places = [...new Set(references)].map((reference) => ({ placeId: newId(), reference }));
	await db.run(insertImported(places, 'other'));
	const rows = await db.rows(selectByReferences(references));
	const ids = new Map(rows.map((row) => [row.reference, row.place_id]));
	return references.map((reference) => ids.get(reference)!);
}
