import type { RuledCaseRow } from '#cases';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { shiftDay, startOfDay } from '#shared/language';
import { readListed } from './listed-as.ts';
import { upsertTold } from './queries-record.ts';

/**
 * Adds somebody a person says met the case on a day of Viet Nam, in the caller's transaction. Who is on the list already
 * stays, with what was decided. Returns the contact's id.
 */
export async function addTold(
	db: Db,
	row: Pick<RuledCaseRow, 'case_id'>,
	{ personId, metOn }: { personId: string; metOn: string },
	now: Date,
): Promise<string> {
	const dayEnds = new Date(startOfDay(shiftDay(metOn, 1)).getTime() - 1);
	const until = dayEnds < now ? dayEnds : now;
	const listedAs = await readListed(db, row.case_id, [personId]);
	const person = { contactId: newId(), caseId: row.case_id, personId: listedAs(personId) };
	const told = { ...person, from: startOfDay(metOn), until, now };
	return (await db.one(upsertTold(told))).contact_id;
}
