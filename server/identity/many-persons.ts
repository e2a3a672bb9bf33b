import { newId } from '#platform/ids';
import { chunks, sqlRows } from '#platform/sql';
import { keysOf, normaliseKey, type PersonKeyKind, type Profile, type Store } from './profile.ts';
import {
	importedKeyTypes,
	importedPersonTypes,
	insertImportedKeys,
	insertImportedPersons,
	selectPersonsByHashes,
} from './queries.ts';

/** Makes many people at once who belong to no account. Returns their ids in the order of the profiles. */
export async function addPersons(
	{ db, keys, now }: Store & { now: Date },
	profiles: readonly Profile[],
): Promise<string[]> {
	const people = profiles.map((profile) => ({ id: newId(), profile }));
	const rows = people.map(({ id, profile }) => [id, 'other', keys.encrypt(JSON.stringify(profile)), now, now]);
	for (const part of chunks(rows)) await db.run(sqlRows(insertImportedPersons, importedPersonTypes, part));
	const keyRows = people.flatMap(({ id, profile }) =>
		keysOf(profile).map(({ kind, value }) => [keys.hash(kind, value), kind, id]),
	);
	for (const part of chunks(keyRows)) await db.run(sqlRows(insertImportedKeys, importedKeyTypes, part));
	return people.map(({ id }) => id);
}

/** The people of many numbers at once, in the order of the numbers; see `findPersons`. */
export async function findManyPersons(
	{ db, keys }: Store,
	kind: PersonKeyKind,
	values: readonly string[],
): Promise<string[][]> {
	const hashes = values.map((value) => keys.hash(kind, normaliseKey(kind, value) ?? ''));
	const found = new Map<string, string[]>();
	for (const { hash, person_id } of await db.rows(selectPersonsByHashes(hashes, kind))) {
		const key = hash.toString('hex');
		found.set(key, [...(found.get(key) ?? []), person_id]);
	}
	return hashes.map((hash) => found.get(hash.toString('hex')) ?? []);
}
