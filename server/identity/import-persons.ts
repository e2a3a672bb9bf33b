import { chunks, sqlRows } from '#platform/sql';
import type { Store } from './profile.ts';
import { importedKeyTypes, importedPersonTypes, insertImportedKeys, insertImportedPersons } from './queries.ts';

/**
 * Makes people known only by another system's reference. The id follows from the reference by a keyed hash, so the same
 * reference is the same person however often it is imported. Returns the ids in the order of the references.
 */
export async function importPersons(
	{ db, keys, now }: Store & { now: Date },
	references: readonly string[],
): Promise<string[]> {
	const people = references.map((reference) => ({
		reference,
		id: (keys.hash('imported person', reference).readBigUInt64BE() >> 1n).toString(),
	}));
	const rows = people.map(({ reference, id }) => [
		...[id, 'imported', keys.encrypt(JSON.stringify({ fullName: reference, reference })), now, now],
	]);
	for (const part of chunks(rows))
		await db.run(sqlRows(insertImportedPersons, importedPersonTypes, part, 'on conflict do nothing'));
	const keyRows = people.map(({ reference, id }) => [keys.hash('reference', reference), 'reference', id]);
	for (const part of chunks(keyRows))
		await db.run(sqlRows(insertImportedKeys, importedKeyTypes, part, 'on conflict do nothing'));
	return people.map(({ id }) => id);
}
