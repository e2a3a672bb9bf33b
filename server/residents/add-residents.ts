import { addPersons, findManyPersons, listProfiles, type Profile } from '#identity';
import { beginDuties, endDuties } from '#monitoring';
import type { Context } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { fold, normalise } from '#shared/text/vietnamese';
import { findCordon, type HeldCordon } from '#zones';
import { addressKey } from './address-key.ts';
import { groupKey } from './group-key.ts';
import {
	insertDwellings,
	insertResidents,
	markLeft,
	selectDwellings,
	selectHighestNumber,
	selectResidents,
} from './queries.ts';

/** Somebody behind a door: known already, or as a roster tells them. */
export interface NewResident {
	group: string;
	dwelling: string;
	profile: Profile;
	/** Who it is, where that is certain (an account's own people); else found by document, or by phone and name. */
	personId?: string;
}

export type How = 'roster' | 'joined' | 'by-hand';

export interface Added {
	personId: string;
	/** On the list before, and still. */
	wasThere: boolean;
}

type Working = Pick<Context, 'db' | 'now' | 'platform'>;

/** The cordon, held still; throws `cordon-over` when nobody can live in it any more. */
export async function holdCordon({ db, now }: Pick<Working, 'db' | 'now'>, cordonId: string): Promise<HeldCordon> {
	const cordon = await findCordon(db, cordonId, { isHeld: true });
	if (!cordon || (cordon.until && cordon.until <= now)) throw new Problem('cordon-over');
	return cordon;
}

/**
 * Puts people onto the list of a cordon, in the caller's transaction, and begins their duty to report. Whoever is there
 * stays as they are; whoever left and is named again is back. Answers in the order of the people.
 */
export async function addResidents(
	working: Working,
	cordon: HeldCordon,
	{ residents, how, by }: { residents: readonly NewResident[]; how: How; by: string | null },
): Promise<Added[]> {
	const { db, now } = working;
	const persons = await findOrAddPersons(working, residents, cordon.areaId);
	const known = new Map(
		(await db.rows(selectResidents(cordon.cordonId, persons))).map((row) => [row.person_id, row.left_at]),
	);
	const numbers = await numberDwellings(working, cordon.cordonId, residents);
	const rows = new Map<string, number>();
	for (const [index, personId] of persons.entries())
		if (known.get(personId) !== null && !rows.has(personId)) rows.set(personId, numbers[index]!);
	for (const statement of insertResidents(cordon.cordonId, [...rows], { how, by, now })) await db.run(statement);
	await beginDuties(
		db,
		[...rows.keys()].map((personId) => dutyOf(cordon, personId, now)),
		now,
	);
	return persons.map((personId) => ({ personId, wasThere: !rows.has(personId) }));
}

/** Takes people off the list, and ends their duty. Returns who was on it. */
export async function removeResidents(
	{ db, now }: Pick<Working, 'db' | 'now'>,
	cordonId: string,
	{ persons, reason }: { persons: readonly string[]; reason: string },
): Promise<string[]> {
	const left = (await db.rows(markLeft(cordonId, persons, reason, now))).map((row) => row.person_id);
	await endDuties(db, { kind: 'cordon', sourceId: cordonId, persons: left }, { reason, now });
	return left;
}

/** It has no last day of its own: it ends with the cordon. */
function dutyOf(cordon: HeldCordon, personId: string, now: Date) {
	return {
		...{ personId, kind: 'cordon' as const, sourceId: cordon.cordonId, areaPath: cordon.areaPath },
		...{
			disease: cordon.disease,
			reportsADay: cordon.reportsADay,
			fromOn: dayOf(cordon.from > now ? cordon.from : now),
		},
	};
}

async function findOrAddPersons(
	{ db, platform: { keys }, now }: Working,
	residents: readonly NewResident[],
	areaId: number,
): Promise<string[]> {
	const unsure = residents.flatMap(({ personId, profile }) => (personId ? [] : [profile]));
	const byDocument = await findManyPersons(
		{ db, keys },
		'document',
		unsure.map(({ documentNumber = '' }) => documentNumber),
	);
	const byPhone = await findManyPersons(
		{ db, keys },
		'phone',
		unsure.map(({ phone = '' }) => phone),
	);
	const candidates = unsure.map((profile, index) => [
		...(profile.documentNumber ? byDocument[index]! : []),
		...(profile.phone ? byPhone[index]! : []),
	]);
	const profiles = await listProfiles({ db, keys }, [...new Set(candidates.flat())]);
	const found = unsure.map((profile, index) =>
		candidates[index]!.find((personId) => isSame(profile, profiles.get(personId))),
	);
	const missing = unsure.flatMap((profile, index) => (found[index] ? [] : [{ areaId, ...profile }]));
	const added = await addPersons({ db, keys, now }, missing);
	return residents.map(({ personId }) => personId ?? found.shift() ?? added.shift()!);
}

/** A family shares a phone, and a slip of the pen a document: the name must agree, and the birth year where both have it. */
function isSame(told: Profile, known: Profile | undefined): boolean {
	if (!known || fold(told.fullName) !== fold(known.fullName)) return false;
	return !told.birthYear || !known.birthYear || told.birthYear === known.birthYear;
}

/** The number of each one's dwelling; those that are new get the next ones, in their order. */
async function numberDwellings(
	{ db, platform: { keys } }: Working,
	cordonId: string,
	residents: readonly NewResident[],
): Promise<number[]> {
	const doors = residents.map(({ group, dwelling }) => {
		const key = groupKey(group);
		const label = normalise(dwelling);
		const hash = keys.hash('dwelling', `${cordonId}\n${key}\n${addressKey(label)}`);
		return { key, group: normalise(group), label, hash, text: hash.toString('hex') };
	});
	const distinct = [...new Map(doors.map((door) => [door.text, door])).values()];
	const known = await db.rows(
		selectDwellings(
			cordonId,
			distinct.map(({ hash }) => hash),
		),
	);
	const numbers = new Map(known.map((row) => [row.label_hash.toString('hex'), row.number]));
	let { highest } = await db.one(selectHighestNumber(cordonId));
	const fresh = distinct.filter(({ text }) => !numbers.has(text));
	for (const { text } of fresh) numbers.set(text, ++highest);
	const rows = fresh.map(({ text, group, key, label, hash }) => ({
		...{ number: numbers.get(text)!, group, key, sealed: keys.encrypt(label), hash },
	}));
	for (const statement of insertDwellings(cordonId, rows)) await db.run(statement);
	return doors.map(({ text }) => numbers.get(text)!);
}
