import type { RuledCaseRow } from '#cases';
import { findManyExposed, type Searched, type TimeTogether, toExposureRule, wholeMinutes } from '#exposures';
import { readCurrent } from '#identity';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { Problem } from '#platform/problem';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { type FoundRow, selectToExpand } from './queries-record.ts';

/** More than this are no longer traced by asking one after the other. */
const sourcesMax = 10_000;
const peopleMax = 200_000;

/**
 * Who shared a place with the contacts of the level above from the day those met the case (or its contact) until they were
 * isolated: for each person the one they were with longest. F1 count from the day of the exposure on, since the shortest
 * incubation is recorded nowhere and nobody is to be lost. Source: Quyết định 3638/QĐ-BYT of 30 July 2021. Throws
 * `payload-too-large` for more than 10,000 to start from or 200,000 found.
 */
export async function findNextLevel(db: Db, row: RuledCaseRow, level: 2 | 3, now: Date): Promise<FoundRow[]> {
	const above = await db.rows(selectToExpand(row.case_id, level - 1, sourcesMax + 1));
	if (above.length > sourcesMax) throw new Problem('payload-too-large');
	const nearer = [row.person_id, ...above.map((one) => one.person_id)];
	// What is found stands under the id that stayed; a case or a contact may have begun under another.
	const persons = new Set(nearer.map(await readCurrent(db, nearer)));
	const found = new Map<string, Exposure>();
	await findManyExposed(
		db,
		above.map((one) => toSearched(one, row, now)),
		(met, index) => {
			const throughId = above[index]!.contact_id;
			for (const one of met) {
				if (persons.has(one.person)) continue;
				const known = found.get(one.person);
				if (known) join(known, one, throughId);
				else found.set(one.person, { ...one, minutes: wholeMinutes(one), throughId });
			}
			if (found.size > peopleMax) throw new Problem('payload-too-large');
		},
	);
	return [...found.values()].map((one) => toRow(one, level));
}

interface Exposure extends TimeTogether {
	minutes: number;
	/** The contact they met. */
	throughId: string;
}

/** Met two of the level above: through whom they were with longest, from the first moment until the last. */
function join(known: Exposure, other: TimeTogether, throughId: string): void {
	const minutes = wholeMinutes(other);
	if (minutes > known.minutes) Object.assign(known, { minutes, throughId });
	known.firstAt = Math.min(known.firstAt, other.firstAt);
	known.lastAt = Math.max(known.lastAt, other.lastAt);
}

const toRow = ({ person, throughId, minutes, firstAt, lastAt }: Exposure, level: number): FoundRow => ({
	...{ contactId: newId(), personId: person, level, throughId, minutes },
	...{ firstExposedAt: new Date(firstAt), lastExposedAt: new Date(lastAt) },
});

function toSearched(
	one: { person_id: string; first_exposed_at: Date | null; last_exposed_at: Date; isolated_at: Date | null },
	row: RuledCaseRow,
	now: Date,
): Searched {
	const from = startOfDay(dayOf(one.first_exposed_at ?? one.last_exposed_at));
	const followedUntil = startOfDay(shiftDay(dayOf(one.last_exposed_at), row.follow_up_days + 1));
	const ends = [now, followedUntil, ...(one.isolated_at ? [one.isolated_at] : [])];
	const until = new Date(Math.max(from.getTime(), Math.min(...ends.map((end) => end.getTime()))));
	return { personId: one.person_id, from, until, rule: toExposureRule(row) };
}
