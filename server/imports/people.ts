import { addPersons, findManyPersons, listProfiles, type Profile, readCurrent } from '#identity';
import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { fold } from '#shared/text/vietnamese';
import type { Entry } from './file/read-row.ts';
import { externalHash, findKnown, type Known } from './known.ts';
import { upsertKnown } from './queries-rows.ts';

interface Store {
	db: Db;
	keys: Keys;
	now: Date;
}

/**
 * Who some rows are about, by the source's id: somebody known from an earlier row or file, somebody here with the same
 * document or the same phone and given name, or somebody new.
 */
export async function findOrAddPeople(
	store: Store,
	scope: string,
	entries: readonly Pick<Entry, 'externalId' | 'profile'>[],
): Promise<Map<string, Known>> {
	const profileOf = new Map(entries.map(({ externalId, profile }) => [externalId, profile]));
	const known = await findKnown(store, scope, [...profileOf.keys()]);
	const strange = [...profileOf].filter(([id]) => !known.has(id));
	if (!strange.length) return known;
	const profiles = strange.map(([, profile]) => profile);
	const here = await findHere(store, profiles);
	const added = await addPersons(
		store,
		profiles.filter((_profile, index) => !here[index]),
	);
	let next = 0;
	for (const [index, [id]] of strange.entries()) known.set(id, { personId: here[index] ?? added[next++]! });
	await rememberKnown(
		store,
		scope,
		strange.map(([id]) => [id, known.get(id)!]),
	);
	return known;
}

export async function rememberKnown(
	{ db, keys }: Pick<Store, 'db' | 'keys'>,
	scope: string,
	known: readonly (readonly [string, Known])[],
): Promise<void> {
	const rows = known.map(([id, { personId, caseId }]) => ({
		...{ external_hash: externalHash(keys, scope, id), person_id: personId, case_id: caseId ?? null },
	}));
	for (const statement of upsertKnown(rows)) await db.run(statement);
}

/** Who each profile is here already. A family shares a phone, so the given name must be the same too. */
async function findHere(store: Store, profiles: readonly Profile[]): Promise<(string | undefined)[]> {
	const [byDocument, byPhone] = [
		await findManyPersons(
			store,
			'document',
			profiles.map((one) => one.documentNumber ?? ''),
		),
		await findManyPersons(
			store,
			'phone',
			profiles.map((one) => one.phone ?? ''),
		),
	];
	const names = await listProfiles(store, [...new Set(byPhone.flat())]);
	const currentOf = await readCurrent(store.db, [...new Set([...byDocument, ...byPhone].flat())]);
	return profiles.map((profile, index) => {
		const ofDocument = [...new Set(byDocument[index]!.map(currentOf))];
		// A number that several declared tells nobody apart.
		if (profile.documentNumber && ofDocument.length) return ofDocument.length === 1 ? ofDocument[0] : undefined;
		const ofPhone = profile.phone
			? byPhone[index]!.find((person) => givenName(names.get(person)?.fullName) === givenName(profile.fullName))
			: undefined;
		return ofPhone === undefined ? undefined : currentOf(ofPhone);
	});
}

/** The last word of a Vietnamese name, without its diacritics. */
const givenName = (name = ''): string => fold(name).split(' ').at(-1)!;
