import { listProfiles } from '#identity';
import { type Due, listDue } from '#monitoring';
import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { Problem } from '#platform/problem';
import { hashLink } from './link.ts';
import { selectLinks } from './queries.ts';

type Store = { db: Db; keys: Keys; now: Date };

/** The people behind some links who are to report today. Of a link that leads nowhere there is nothing. */
export async function findHouseholds({ db, keys, now }: Store, tokens: readonly string[]): Promise<Map<string, Due[]>> {
	const byHash = new Map(tokens.map((token) => [hashLink(keys, token).toString('hex'), token]));
	const links = await db.rows(selectLinks([...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'))));
	const due = links.length ? await listDue(db, { households: links.map((row) => row.household_id) }, now) : [];
	const byHousehold = Map.groupBy(due, ({ household }) => household);
	const found = new Map<string, Due[]>();
	for (const { token_hash, household_id } of links) {
		const people = byHousehold.get(household_id);
		if (people) found.set(byHash.get(token_hash.toString('hex'))!, people);
	}
	return found;
}

/** Throws `report-link-void` when nobody behind it is to report. */
export async function getHousehold(store: Store, token: string): Promise<Due[]> {
	const people = (await findHouseholds(store, [token])).get(token);
	if (!people) throw new Problem('report-link-void');
	return people;
}

/** `N.T.H`: enough for the family to know who is meant, and nothing for anybody else. */
export async function initialsOf(store: Store, persons: readonly string[]) {
	const profiles = await listProfiles(store, persons);
	return new Map(
		[...profiles].map(([person, { fullName, birthYear }]) => [
			person,
			{
				initials: fullName
					.trim()
					.split(/\s+/)
					.map((word) => [...word][0]!.toUpperCase())
					.join('.'),
				birthYear,
			},
		]),
	);
}
