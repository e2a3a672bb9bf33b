import Type, { type Static } from 'typebox';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Keys } from '#platform/keys';
import type { Context } from '#platform/operation';
import { readPhone } from '#shared/phone';
import { maskPerson } from '#shared/text/mask';
import { fold, normalise } from '#shared/text/vietnamese';
import {
	deletePersonKeys,
	findSelf,
	insertPerson,
	insertPersonKeys,
	selectPersonsByKey,
	selectProfiles,
	updatePerson,
} from './queries.ts';
import { forgetAccount } from './resolve-actor.ts';

/** What a person says about who they are: the identity items of the declaration. */
export const Profile = Type.Object(
	{
		fullName: Type.String({ minLength: 1, maxLength: 255 }),
		documentNumber: Type.Optional(Type.String({ maxLength: 40 })),
		birthYear: Type.Optional(Type.Integer({ minimum: 1880, maximum: 2200 })),
		gender: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female'), Type.Literal('other')])),
		nationality: Type.Optional(Type.String({ maxLength: 40 })),
		healthInsuranceNumber: Type.Optional(Type.String({ maxLength: 40 })),
		areaId: Type.Optional(Type.Integer()),
		address: Type.Optional(Type.String({ maxLength: 400 })),
		phone: Type.Optional(Type.String({ maxLength: 20, description: 'E.164' })),
		email: Type.Optional(Type.String({ maxLength: 254 })),
		reference: Type.Optional(Type.String({ maxLength: 200, description: 'An importing system’s own id' })),
	},
	{ additionalProperties: false },
);
export type Profile = Static<typeof Profile>;

export type PersonKeyKind = 'phone' | 'document' | 'insurance' | 'reference';
export type Relation = 'self' | 'other' | 'imported';

export interface Store {
	db: Db;
	keys: Keys;
}

export interface SavedProfile {
	/** Without it a new person is made, except that an account has one `self`. */
	personId?: string;
	accountId?: string;
	relation: Relation;
	profile: Profile;
}

/** Stores who somebody is, encrypted, with the keyed hashes they are found by. Returns the person's id. */
export async function saveProfile(
	{ db, keys, now, afterCommit }: Store & { now: Date; afterCommit?: Context['afterCommit'] },
	{ personId, accountId, relation, profile }: SavedProfile,
): Promise<string> {
	const known = personId ?? (relation === 'self' ? await readSelf(db, accountId) : undefined);
	const id = known ?? newId();
	const sealed = keys.encrypt(JSON.stringify(profile));
	const row = { personId: id, accountId: accountId ?? null, relation, sealed, areaId: profile.areaId ?? null, now };
	await db.run(known ? updatePerson(row) : insertPerson(row));
	if (known) await db.run(deletePersonKeys(id));
	const found = keysOf(profile).map(({ kind, value }) => ({ kind, hash: keys.hash(kind, value) }));
	if (found.length) await db.run(insertPersonKeys(id, found));
	if (accountId && !known) (afterCommit ?? ((work) => work()))(() => forgetAccount(accountId));
	return id;
}

async function readSelf(db: Db, accountId: string | undefined): Promise<string | undefined> {
	return accountId === undefined ? undefined : (await db.find(findSelf(accountId)))?.person_id;
}

/** What a person of this profile is found by, as it is compared. */
export function keysOf(profile: Profile): { kind: PersonKeyKind; value: string }[] {
	const { phone, documentNumber, healthInsuranceNumber, reference } = profile;
	const all = [
		{ kind: 'phone' as const, value: phone },
		{ kind: 'document' as const, value: documentNumber },
		{ kind: 'insurance' as const, value: healthInsuranceNumber },
		{ kind: 'reference' as const, value: reference },
	];
	return all.flatMap(({ kind, value }) => {
		const normal = value === undefined ? undefined : normaliseKey(kind, value);
		return normal ? [{ kind, value: normal }] : [];
	});
}

/**
 * How a value is compared: phones as E.164, document numbers in capitals without spaces. Of an old insurance card's
 * fifteen characters the last ten are the number the same person's new card has.
 */
export function normaliseKey(kind: PersonKeyKind, value: string): string | undefined {
	if (kind === 'phone') return readPhone(value);
	if (kind === 'reference') return normalise(value) || undefined;
	const number = fold(value)
		.toUpperCase()
		.replace(/[\s.\-/]/g, '');
	return (kind === 'insurance' ? number.replace(/^[A-Z]{2}\d{3}(?=\d{10}$)/, '') : number) || undefined;
}

/** The people a phone number, document number or imported reference belongs to; a family may share a phone. */
export async function findPersons({ db, keys }: Store, kind: PersonKeyKind, value: string): Promise<string[]> {
	const normal = normaliseKey(kind, value);
	if (!normal) return [];
	return (await db.rows(selectPersonsByKey(keys.hash(kind, normal), kind))).map((row) => row.person_id);
}

/** Who people are. Whoever calls it says so in the audit log. Unknown ids are absent. */
export async function listProfiles({ db, keys }: Store, persons: readonly string[]): Promise<Map<string, Profile>> {
	if (!persons.length) return new Map();
	const rows = await db.rows(selectProfiles(persons));
	return new Map(rows.map((row) => [row.person_id, JSON.parse(keys.decrypt(row.profile_sealed)) as Profile]));
}

/** `Nguyễn Văn *** (0901 234 ***)` for each person that is known. */
export async function maskedNames(store: Store, persons: readonly string[]): Promise<Map<string, string>> {
	const profiles = await listProfiles(store, persons);
	return new Map([...profiles].map(([id, profile]) => [id, maskedName(profile)]));
}

/** `Nguyễn Văn *** (0901 234 ***)`, or the reference of somebody known only by one. */
export const maskedName = ({ fullName, phone, reference }: Profile): string => reference ?? maskPerson(fullName, phone);
