import type { RuledCaseRow } from '#cases';
import { findExposed, searchedOf, wholeMinutes } from '#exposures';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks } from '#platform/sql';
import { readListed } from './listed-as.ts';
import {
	deleteNotFound,
	deleteSharedPlaces,
	type FoundRow,
	insertSharedPlaces,
	upsertFound,
	upsertRecording,
} from './queries-record.ts';

export interface Recorded {
	found: number;
	/** The people who were not on the list before. */
	added: string[];
	/** How many were on it by visits alone, unreviewed, and are not found any more. */
	gone: number;
}

/**
 * Writes the people who shared a place with a case down as its contacts, in the caller's transaction. Doing it again adds
 * who is new and loses no decision of a tracer.
 */
export async function recordMet(db: Db, row: RuledCaseRow, now: Date): Promise<Recorded> {
	const [exposed] = await findExposed(db, [searchedOf(row, now)]);
	const met = exposed!.met;
	const rows = met.map(
		(one): FoundRow => ({
			...{ contactId: newId(), personId: one.person, level: 1, throughId: null },
			...{ firstExposedAt: new Date(one.firstAt), lastExposedAt: new Date(one.lastAt) },
			minutes: wholeMinutes(one),
		}),
	);
	const { added, idOf } = await saveFound(db, row, rows, now);
	const gone = await db.run(deleteNotFound(row.case_id, 1, now));
	await db.run(deleteSharedPlaces(row.case_id));
	const places = met.flatMap(({ person, places }) =>
		places.map((one) => [row.case_id, one.place, idOf.get(person)!, wholeMinutes(one)]),
	);
	await Promise.all(chunks(places).map((some) => db.run(insertSharedPlaces(some))));
	await db.run(upsertRecording(row, 'done', met.length, now));
	return { found: met.length, added, gone };
}

/** Writes found people down. Tells who is new, and the contact each person is. */
export async function saveFound(db: Db, row: RuledCaseRow, found: readonly FoundRow[], now: Date) {
	const added: string[] = [];
	const idOf = new Map<string, string>();
	const listedAs = await readListed(
		db,
		row.case_id,
		found.map(({ personId }) => personId),
	);
	const foundAs = new Map(found.map(({ personId }) => [listedAs(personId), personId]));
	const rows = found.map((one) => ({ ...one, personId: listedAs(one.personId) }));
	// Sent one after the other without waiting in between.
	const answers = await Promise.all(chunks(rows).map((some) => db.rows(upsertFound(row, some, now))));
	for (const { person_id, contact_id, is_new } of answers.flat()) {
		idOf.set(foundAs.get(person_id)!, contact_id);
		if (is_new) added.push(person_id);
	}
	return { added, idOf };
}
