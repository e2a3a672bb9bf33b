import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { findPersonByNumber } from '#cards';
import { listStandings } from '#declarations';
import { addCardPersons, type CardNumber, findPersonsByCards, listProfiles, type Profile } from '#identity';
import type { BatchContext } from '#platform/operation';
import type { Platform } from '#platform/platform';
import { sealedLengthMax, unsealCard } from '#shared/gate/sealed-card';
import type { ProblemCode } from '#shared/problems';
import { maskName } from '#shared/text/mask-card';
import { upper } from '#shared/text/vietnamese';
import { personOfCode } from './inspect-codes.ts';
import { sealKeysOf } from './seal-keys.ts';

const number = Type.Optional(Type.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z .\\-/]{0,38}[0-9A-Za-z]$' }));

/** `SealedCard` of `shared/gate/scan.ts`, as it may come out of a seal anybody can make. */
const Card = Type.Object({
	code: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
	document: number,
	formerDocument: number,
	insurance: number,
	number,
	fullName: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
	birthDate: Type.Optional(Type.String({ pattern: '^(18|19|20)[0-9]{2}(-[0-9]{2}){0,2}$' })),
	gender: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female')])),
});
export type Card = Static<typeof Card>;

const validator = Compile(Card);

export const Sealed = Type.String({
	minLength: 1,
	maxLength: sealedLengthMax,
	description: 'A card sealed to the key of the bundle: shared/gate/sealed-card.ts',
});

/** Opens sealed cards, in their order; undefined where there is nothing to read. */
export async function openCards(
	platform: Pick<Platform, 'keys' | 'db'>,
	sealed: readonly string[],
): Promise<(Card | undefined)[]> {
	const { unsealKeys } = await sealKeysOf(platform);
	const cards = await Promise.all(sealed.map((text) => unsealCard(text, unsealKeys)));
	return cards.map((card) => (card && validator.Check(card) ? (card as Card) : undefined));
}

/** Whom a card names: undefined when nobody is known by it. */
export async function findCardPersons(
	{ db, platform, now }: BatchContext,
	cards: readonly (Card | undefined)[],
): Promise<(string | undefined)[]> {
	const { keys } = platform;
	const named = await Promise.all(
		cards.map(async (card) => {
			if (card?.code) return personOfCode(platform, card.code, now);
			return card?.number && (await findPersonByNumber({ db, keys }, card.number))?.personId;
		}),
	);
	const byDocument = await findPersonsByCards({ db, keys }, cards.map(numbersOf));
	const found = byDocument.map((persons, index) => (named[index] ? [named[index]] : persons));
	const shared = found.filter((persons) => persons.length > 1).flat();
	const standings = await listStandings(db, [...new Set(shared)]);
	const until = (person: string) => standings.get(person)?.validUntil.getTime() ?? 0;
	// A number that was declared by two phones stands for whoever declared last.
	return found.map((persons) => persons.toSorted((one, other) => until(other) - until(one))[0]);
}

/**
 * The people of cards, in their order: those who are known, and new ones for cards nobody has declared with, so that
 * their visits are kept.
 */
export async function ensureCardPersons(
	context: BatchContext,
	cards: readonly (Card | undefined)[],
): Promise<({ person: string } | { problem: ProblemCode })[]> {
	const known = await findCardPersons(context, cards);
	const isNew = (card: Card | undefined, index: number): card is Card =>
		!known[index] && card !== undefined && numbersOf(card).length > 0;
	const strangers = cards.filter(isNew);
	const store = { db: context.db, keys: context.platform.keys, now: context.now };
	const added = strangers.length ? await addCardPersons(store, strangers.map(toProfile)) : [];
	const addedOf = new Map(strangers.map((card, index) => [card, added[index]!]));
	return cards.map((card, index) => {
		const person = known[index] ?? (card && addedOf.get(card));
		if (person) return { person };
		return { problem: card?.number ? 'person-not-found' : 'card-unusable' };
	});
}

/** `Nguyễn Văn ***`: no phone, since a card's number may be typed by anybody. */
export async function maskCardPersons(
	{ db, platform: { keys } }: Pick<BatchContext, 'db' | 'platform'>,
	persons: readonly string[],
): Promise<Map<string, string>> {
	const profiles = await listProfiles({ db, keys }, persons);
	return new Map([...profiles].map(([id, { fullName, reference }]) => [id, reference ?? maskName(fullName)]));
}

/** What a card's person is found by. A personal number alone makes nobody: it must have been given out. */
function numbersOf(card: Card | undefined): CardNumber[] {
	const { document, formerDocument, insurance } = card ?? {};
	return [
		...(document ? [{ kind: 'document' as const, value: document }] : []),
		...(formerDocument ? [{ kind: 'document' as const, value: formerDocument }] : []),
		...(insurance ? [{ kind: 'insurance' as const, value: insurance }] : []),
	];
}

/** What a card says of somebody who has not declared. */
function toProfile({ document, formerDocument, insurance, fullName, birthDate, gender }: Card): Profile {
	const documentNumber = document ?? formerDocument;
	return {
		fullName: fullName ? upper(fullName) : '',
		...(documentNumber ? { documentNumber } : {}),
		...(insurance ? { healthInsuranceNumber: insurance } : {}),
		...(birthDate ? { birthYear: Number(birthDate.slice(0, 4)) } : {}),
		...(birthDate?.length === 10 ? { birthDate } : {}),
		...(gender ? { gender } : {}),
	};
}
