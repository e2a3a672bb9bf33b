import { sameAs } from '#identity';
import type { Actor } from '#platform/actor';
import type { Db } from '#platform/db';

/** Whose messages an account reads: its people, under every id they are known by; each leads back to the account's own. */
export async function readOwnPeople(db: Db, actor: Actor): Promise<Map<string, string>> {
	const persons = actor.kind === 'account' ? actor.persons : [];
	const same = await sameAs(db, persons);
	return new Map([...same].flatMap(([person, ids]) => ids.map((id): [string, string] => [id, person])));
}
