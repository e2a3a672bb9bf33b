import { addPersons, findManyPersons, listProfiles, type Profile } from '#identity';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { Problem } from '#platform/problem';
import { chunks, sqlRows } from '#platform/sql';
import { fold } from '#shared/text/vietnamese';
import { identitiesOf, type Member } from './member-rows.ts';
import type { Store } from './numbers.ts';
import {
	cardTypes,
	insertCards,
	insertMemberKeys,
	lockPlace,
	memberKeyTypes,
	selectGoodCards,
	selectMemberKeys,
	updateGroup,
} from './queries.ts';

export const cardsMax = 20_000;

/** What a list does, or would do: who gets a card, and who has one already. */
export interface Enrolment {
	added: number;
	known: number;
}

interface Known {
	/** The people of the place by the hashes they are found by. */
	persons: Map<string, string>;
	hashesOf(member: Member): Buffer[];
}

/** Looks a list over without changing anything. */
export async function planEnrolment(context: Context, placeId: string, members: readonly Member[]): Promise<Enrolment> {
	const { known } = await findKnown(context, placeId, members);
	return { added: members.length - known, known };
}

/** Gives everybody on a list a card who has none here; sent again, it adds nobody. */
export async function enrol(
	context: Context,
	{ placeId, members, expiresAt }: { placeId: string; members: readonly Member[]; expiresAt: Date },
): Promise<Enrolment> {
	const { db, now, about } = context;
	await db.run(lockPlace(placeId));
	const { place, cards, known } = await findKnown(context, placeId, members);
	if (cards.size + members.length - known > cardsMax)
		throw new Problem('sheet-too-long', { values: { max: cardsMax } });
	const persons = await findOrAddPersons(context, members, (member) => knownPerson(place, place.hashesOf(member)));
	about(...persons);
	const newCards: unknown[][] = [];
	const keys: unknown[][] = [];
	for (const [index, member] of members.entries()) {
		const personId = persons[index]!;
		for (const hash of place.hashesOf(member)) keys.push([placeId, hash, personId]);
		const card = cards.get(personId);
		if (!card) newCards.push([newId(), placeId, personId, member.group, now, expiresAt]);
		else if (card.group_name !== member.group) await db.run(updateGroup(card.card_id, member.group));
	}
	for (const rows of chunks(keys))
		await db.run(sqlRows(insertMemberKeys, memberKeyTypes, rows, 'on conflict do nothing'));
	for (const rows of chunks(newCards)) await db.run(sqlRows(insertCards, cardTypes, rows));
	return { added: newCards.length, known: members.length - newCards.length };
}

async function findKnown({ db, platform: { keys }, now }: Context, placeId: string, members: readonly Member[]) {
	const hashesOf = (member: Member) =>
		identitiesOf(member).map((identity) => keys.hash('card member', `${placeId}\0${identity}`));
	const found = await db.rows(selectMemberKeys(placeId, members.flatMap(hashesOf)));
	const persons = new Map(found.map((row) => [row.hash.toString('hex'), row.person_id]));
	const place: Known = { persons, hashesOf };
	const good = await db.rows(selectGoodCards(placeId, now, cardsMax));
	const cards = new Map(good.map((row) => [row.person_id, row]));
	const known = members.filter((member) => cards.has(knownPerson(place, hashesOf(member)) ?? '')).length;
	return { place, cards, known };
}

const knownPerson = ({ persons }: Known, hashes: readonly Buffer[]): string | undefined =>
	hashes.map((hash) => persons.get(hash.toString('hex'))).find(Boolean);

/** Who each of a list is: known to the place, known to Vaora, or made now. */
async function findOrAddPersons(
	{ db, platform: { keys }, now }: Context,
	members: readonly Member[],
	known: (member: Member) => string | undefined,
): Promise<string[]> {
	const strangers = members.filter((member) => !known(member));
	const declared = await findDeclared({ db, keys }, strangers);
	const isNew = (member: Member) => !declared.has(member);
	const added = await addPersons({ db, keys, now }, strangers.filter(isNew).map(toProfile));
	const persons = new Map(strangers.filter(isNew).map((member, at) => [member, added[at]!]));
	return members.map((member) => known(member) ?? declared.get(member) ?? persons.get(member)!);
}

/**
 * Somebody who has declared is the same person when document number, birth year and name all agree: a number alone
 * would let whoever writes a list tie strangers to their place. Nobody is told which it was.
 */
async function findDeclared(store: Store, members: readonly Member[]): Promise<Map<Member, string>> {
	const withDocument = members.filter(({ documentNumber }) => documentNumber);
	const numbers = withDocument.map(({ documentNumber }) => documentNumber!);
	const found = await findManyPersons(store, 'document', numbers);
	const profiles = await listProfiles(store, [...new Set(found.flat())]);
	const same = ({ fullName, birthYear }: Member, person: string) => {
		const profile = profiles.get(person);
		return profile?.birthYear === birthYear && fold(profile.fullName) === fold(fullName);
	};
	return new Map(
		withDocument.flatMap((member, at) => {
			const person = found[at]!.find((one) => same(member, one));
			return person ? [[member, person] as const] : [];
		}),
	);
}

const toProfile = ({ fullName, birthYear, gender, documentNumber, phone }: Member): Profile => ({
	fullName,
	birthYear,
	...(gender ? { gender } : {}),
	...(documentNumber ? { documentNumber } : {}),
	...(phone ? { phone } : {}),
});
