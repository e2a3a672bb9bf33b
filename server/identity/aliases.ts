import type { Db } from '#platform/db';
import { keepFor } from '#platform/kept';
import type { BatchContext } from '#platform/operation';
import type { Profile, Store } from './profile.ts';
import {
	insertAlias,
	selectChanged,
	selectHasAlias,
	selectMerged,
	selectSame,
	selectSharing,
	updateAliasEnded,
} from './queries-aliases.ts';

/** From now on an id is another name for the person whose id stays. Nothing that holds either id changes. */
export const addAlias = (
	db: Db,
	alias: { personId: string; staysId: string; mergeId: string; now: Date },
): Promise<number> => db.run(insertAlias(alias));

/** Ends what a merge made one. Says how many aliases were ended. */
export const endAlias = (db: Db, mergeId: string, now: Date): Promise<number> => db.run(updateAliasEnded(mergeId, now));

/** Every id under which each of some people is known, their own first. */
export async function sameAs(db: Db, persons: readonly string[]): Promise<Map<string, string[]>> {
	const same = new Map<string, string[]>(persons.map((person) => [person, [person]]));
	if (!persons.length) return same;
	for (const { asked, person_id } of await db.rows(selectSame(persons))) same.get(asked)!.push(person_id);
	return same;
}

/** Every id under which a person is known, the one that was asked about first. */
export const readIds = async (db: Db, person: string): Promise<string[]> => (await sameAs(db, [person])).get(person)!;

/** Whether anybody is known under two ids: nearly nobody is, and then nothing more need be asked. */
export const hasAliases = async (db: Db): Promise<boolean> => (await db.one(selectHasAlias())).has;

/**
 * What gives the id that stayed of each of any number of people. Nearly nobody is merged: it costs one statement while
 * nobody is, and one more for those it is asked about.
 */
export async function readCurrent(db: Db, persons: readonly string[]): Promise<(person: string) => string> {
	if (!persons.length || !(await hasAliases(db))) return (person) => person;
	const merged = new Map((await db.rows(selectMerged(persons))).map(({ asked, person_id }) => [asked, person_id]));
	return (person) => merged.get(person) ?? person;
}

/** Every id of some people, each with the id that stayed. It costs one statement while nobody is merged. */
export async function readAllIds(db: Db, persons: readonly string[]): Promise<Map<string, string>> {
	if (!persons.length || !(await hasAliases(db))) return new Map(persons.map((person) => [person, person]));
	const ids = [...new Set([...(await sameAs(db, persons)).values()].flat())];
	const currentOf = await readCurrent(db, ids);
	return new Map(ids.map((id) => [id, currentOf(id)]));
}

/** Most installations merge nobody for days, and then no door asks. */
const hasAlias = keepFor(5, async ({ db }) => (await db.one(selectHasAlias())).has);

/** To be called after the commit of a merge or its undoing: other processes know within five seconds. */
export const forgetAliases = hasAlias.forget;

/** As `sameAs`, for what every door asks: it costs no statement while nobody is merged. */
export async function sameAsAtDoor(context: BatchContext, persons: readonly string[]): Promise<Map<string, string[]>> {
	if (await hasAlias.get(context)) return sameAs(context.db, persons);
	return new Map(persons.map((person) => [person, [person]]));
}

export interface ChangedPerson {
	personId: string;
	changedAt: Date;
	profile: Profile;
}

/** Who was added or changed after a person and before a moment, the longest ago first. */
export async function listChangedPersons(
	{ db, keys }: Store,
	{ after, until, limit }: { after: { at: Date; id: string }; until: Date; limit: number },
): Promise<ChangedPerson[]> {
	const rows = await db.rows(selectChanged(after, until, limit));
	return rows.map((row) => ({
		personId: row.person_id,
		changedAt: row.updated_at,
		profile: JSON.parse(keys.decrypt(row.profile_sealed)) as Profile,
	}));
}

/** A family shares a phone; a number that more have is nobody's own. */
const sharingMax = 20;

/** Pairs of people with the same phone, document or insurance number, one of them of some people. */
export async function listSharing(db: Db, persons: readonly string[]): Promise<[string, string][]> {
	const rows = persons.length ? await db.rows(selectSharing(persons, sharingMax)) : [];
	return rows.map(({ person_id, other_id }) => [person_id, other_id]);
}
