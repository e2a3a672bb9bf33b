import type { Actor } from '#platform/actor';
import type { Db } from '#platform/db';
import { sameAs } from './aliases.ts';

/**
 * Whose data an account reads as its own: its people, under every id they are known by. Each id leads to the one the
 * account knows; nothing for whoever is no account.
 */
export async function readOwnPeople(db: Db, actor: Actor): Promise<Map<string, string>> {
	const persons = actor.kind === 'account' ? actor.persons : [];
	const same = await sameAs(db, persons);
	const all = [...same].flatMap(([person, ids]) => ids.map((id): [string, string] => [id, person]));
	// Two of an account's own people may be one: each keeps what is theirs.
	return new Map([...all, ...persons.map((person): [string, string] => [person, person])]);
}
