import Type, { type Static } from 'typebox';
import type { RuledCaseRow } from '#cases';
import { addTold } from '#contacts';
import { addPersons, findPersons, listProfiles, readIds } from '#identity';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Keys } from '#platform/keys';
import { Problem } from '#platform/problem';
import { dayOf, shiftDay } from '#shared/language';
import { readPhone } from '#shared/phone';
import { fold } from '#shared/text/vietnamese';
import { insertTold, selectModes } from './queries.ts';

/** Somebody a case met, as a person tells it. */
export const ToldPerson = Type.Object(
	{
		name: Type.String({ minLength: 1, maxLength: 100 }),
		phone: Type.Optional(Type.String({ maxLength: 40 })),
		mode: Type.String({ pattern: '^[a-z0-9-]{2,40}$', description: 'How near, see interviews.list-modes' }),
		metOn: Type.String({ format: 'date', description: 'The last day they met' }),
		place: Type.Optional(Type.String({ maxLength: 200 })),
		relation: Type.Optional(Type.String({ maxLength: 100, description: 'What the person is to the case' })),
	},
	{ additionalProperties: false },
);
export type ToldPerson = Static<typeof ToldPerson>;

/** What is sealed beside a told meeting. */
export type ToldWords = Pick<ToldPerson, 'place' | 'relation'>;

interface Store {
	db: Db;
	keys: Keys;
	now: Date;
}

const daysBackMax = 366;

/**
 * Writes down whom a case met: each becomes a person in identity, or is the one there with that phone and given name, and
 * a contact of the case. Returns persons and contacts in order. Throws `invalid-input` naming the entry at fault.
 */
export async function recordTold(
	store: Store,
	row: RuledCaseRow,
	people: readonly ToldPerson[],
	toldBy: 'officer' | 'case',
): Promise<{ personId: string; contactId: string }[]> {
	const { db, keys, now } = store;
	await checkTold(db, people, now);
	const own = await readIds(db, row.person_id);
	const recorded = [];
	for (const one of people) {
		const personId = await findOrAddPerson(store, one);
		if (own.includes(personId)) throw new Problem('invalid-input', { field: 'phone' });
		const contactId = await addTold(db, row, { personId, metOn: one.metOn }, now);
		const { mode, metOn, place, relation } = one;
		const words: ToldWords = { ...(place ? { place } : {}), ...(relation ? { relation } : {}) };
		recorded.push({ personId, contactId, mode, metOn, words });
	}
	const rows = recorded.map(({ personId, contactId, mode, metOn, words }) => ({
		...{ case_id: row.case_id, told_id: newId(), contact_id: contactId, person_id: personId, mode, met_on: metOn },
		...{ words_sealed: keys.encrypt(JSON.stringify(words)), told_by: toldBy, told_at: now },
	}));
	await db.run(insertTold(rows));
	return recorded;
}

async function checkTold(db: Db, people: readonly ToldPerson[], now: Date): Promise<void> {
	const modes = new Set((await db.rows(selectModes(100))).map((one) => one.mode));
	const today = dayOf(now);
	const fields = people.flatMap((one, index) => [
		...(one.name.trim() ? [] : [{ field: `people.${index}.name` }]),
		...(one.phone?.trim() && !readPhone(one.phone) ? [{ field: `people.${index}.phone` }] : []),
		...(modes.has(one.mode) ? [] : [{ field: `people.${index}.mode` }]),
		...(one.metOn <= today && one.metOn >= shiftDay(today, -daysBackMax) ? [] : [{ field: `people.${index}.metOn` }]),
	]);
	if (fields.length) throw new Problem('invalid-input', { field: fields[0]!.field, fields });
}

/** A family shares a phone, so the given name must be the same too; otherwise it is somebody new with that phone. */
async function findOrAddPerson(store: Store, { name, phone }: ToldPerson): Promise<string> {
	const e164 = phone ? readPhone(phone) : undefined;
	const known = e164 ? await findPersons(store, 'phone', e164) : [];
	const profiles = await listProfiles(store, known);
	const same = known.find((one) => givenName(profiles.get(one)?.fullName ?? '') === givenName(name));
	if (same) return same;
	const [added] = await addPersons(store, [{ fullName: name.trim(), ...(e164 ? { phone: e164 } : {}) }]);
	return added!;
}

/** The last word of a Vietnamese name, without its diacritics. */
const givenName = (name: string): string => fold(name).trim().split(/\s+/).at(-1) ?? '';
