import { hasAliases } from '#identity';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { chunks } from '#platform/sql';
import { shiftDay, startOfDay } from '#shared/language';
import { readListed } from './listed-as.ts';
import { upsertImported } from './queries-record.ts';

/** Somebody who met a case, as another system tells it. Days are those of Viet Nam. */
export interface ImportedContact {
	caseId: string;
	personId: string;
	firstOn: string;
	lastOn: string;
}

/**
 * Adds many contacts in the caller's transaction, as found and not reviewed. Who is on a list already stays, with what was
 * decided. Returns how many were not there before.
 */
export async function addImported(db: Db, given: readonly ImportedContact[], now: Date): Promise<number> {
	const met = new Map<string, ImportedContact>();
	for (const one of await asListed(db, given)) {
		const key = `${one.caseId} ${one.personId}`;
		const known = met.get(key) ?? one;
		const [firstOn, lastOn] = [[one.firstOn, known.firstOn].sort()[0]!, [one.lastOn, known.lastOn].sort()[1]!];
		met.set(key, { ...one, firstOn, lastOn });
	}
	const rows = [...met.values()].map((one) => {
		const dayEnds = new Date(startOfDay(shiftDay(one.lastOn, 1)).getTime() - 1);
		return [
			...[newId(), one.caseId, one.personId, 1, 'import', startOfDay(one.firstOn)],
			...[dayEnds < now ? dayEnds : now, 'found', now],
		];
	});
	let added = 0;
	for (const part of chunks(rows)) for (const { is_new } of await db.rows(upsertImported(part))) if (is_new) added++;
	return added;
}

/** Whoever is on the list of a case under another id of theirs stays there under it. */
async function asListed(db: Db, given: readonly ImportedContact[]): Promise<readonly ImportedContact[]> {
	if (!given.length || !(await hasAliases(db))) return given;
	const listed: ImportedContact[] = [];
	for (const [caseId, contacts] of Map.groupBy(given, (one) => one.caseId)) {
		const listedAs = await readListed(
			db,
			caseId,
			contacts.map(({ personId }) => personId),
		);
		for (const one of contacts) listed.push({ ...one, personId: listedAs(one.personId) });
	}
	return listed;
}
