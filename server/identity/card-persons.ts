import { chunks, sqlRows } from '#platform/sql';
import { keysOf, normaliseKey, type PersonKeyKind, type Profile, type Store } from './profile.ts';
import {
	importedKeyTypes,
	importedPersonTypes,
	insertImportedKeys,
	insertImportedPersons,
	selectPersonsByKeys,
} from './queries.ts';

/** One number a card says. */
export interface CardNumber {
	kind: Extract<PersonKeyKind, 'document' | 'insurance'>;
	value: string;
}

/** Who each card belongs to, in the order of the cards: nobody, or several where one number was declared twice. */
export async function findPersonsByCards(
	{ db, keys }: Store,
	cards: readonly (readonly CardNumber[])[],
): Promise<string[][]> {
	const asked = cards.flatMap((numbers, card) =>
		numbers.flatMap(({ kind, value }) => {
			const normal = normaliseKey(kind, value);
			return normal ? [{ card, kind, hash: keys.hash(kind, normal) }] : [];
		}),
	);
	const found = cards.map(() => new Set<string>());
	const rows = asked.length ? await db.rows(selectPersonsByKeys(asked)) : [];
	for (const { card, person_id } of rows) found[card]!.add(person_id);
	return found.map((persons) => [...persons]);
}

/**
 * Makes people known only by a card they showed, so that their visits are kept. The id follows from the card's first
 * number by a keyed hash: the same card read at two gates at once is one person. Each profile has such a number. Returns
 * the ids in the order of the profiles.
 */
export async function addCardPersons(
	{ db, keys, now }: Store & { now: Date },
	profiles: readonly Profile[],
): Promise<string[]> {
	const people = profiles.map((profile) => {
		const numbers = keysOf(profile);
		const [first] = numbers;
		if (!first) throw new Error('a card without a number makes nobody');
		const hash = keys.hash('person of a card', `${first.kind} ${first.value}`);
		return { id: (hash.readBigUInt64BE() >> 1n).toString(), profile, numbers };
	});
	const rows = people.map(({ id, profile }) => [id, 'imported', keys.encrypt(JSON.stringify(profile)), now, now]);
	for (const part of chunks(rows))
		await db.run(sqlRows(insertImportedPersons, importedPersonTypes, part, 'on conflict do nothing'));
	const keyRows = people.flatMap(({ id, numbers }) =>
		numbers.map(({ kind, value }) => [keys.hash(kind, value), kind, id]),
	);
	for (const part of chunks(keyRows))
		await db.run(sqlRows(insertImportedKeys, importedKeyTypes, part, 'on conflict do nothing'));
	return people.map(({ id }) => id);
}
