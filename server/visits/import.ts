import type { Db } from '#platform/db';
import { newUuid } from '#platform/ids';
import { chunks, sqlRows } from '#platform/sql';
import { leftKnownCodes, notedByCodes, verdictCodes } from './decide.ts';
import { insertVisits, visitTypes } from './queries.ts';

export interface ImportedVisit {
	placeId: string;
	personId: string;
	enteredAt: Date;
	leftAt?: Date;
}

/**
 * Stores visits another system recorded. Their days must exist (`ensureVisitDays`). The same visit imported twice is one
 * visit; returns how many were new.
 */
export async function importVisits(db: Db, visits: readonly ImportedVisit[], now: Date): Promise<number> {
	const rows = visits.map(({ placeId, personId, enteredAt, leftAt }) => [
		...[placeId, enteredAt, personId, leftAt ?? null, newUuid(), now, 0, 1, verdictCodes.imported],
		...[leftKnownCodes.recorded, notedByCodes.import, null, null, 0],
	]);
	let added = 0;
	for (const part of chunks(rows))
		added += await db.run(sqlRows(insertVisits, visitTypes, part, 'on conflict do nothing'));
	return added;
}
