import Type, { type Static } from 'typebox';
import { listProfiles } from '#identity';
import { rolesOf } from '#platform/actor';
import type { Context } from '#platform/operation';
import { reaches } from '#platform/who';
import { maskPerson } from '#shared/text/mask';
import { listDue } from './due.ts';
import { DuePerson, toDue } from './list-mine.ts';
import { selectPersonAreas } from './queries-people.ts';

/** Somebody who is to report today, as an officer asks them: the name masked. */
export const AskedPerson = Type.Object({
	...DuePerson.properties,
	maskedName: Type.String(),
	birthYear: Type.Optional(Type.Integer()),
});
export type AskedPerson = Static<typeof AskedPerson>;

/**
 * Who of some people is to report today, in the order they were given in. At most 2,000 watches are read. Only whom the
 * officer's areas watch: what is noted of others would be refused (`reach.ts`), and with it the whole page.
 */
export async function listAsked(
	{ db, now, caller, platform: { keys } }: Pick<Context, 'db' | 'now' | 'caller' | 'platform'>,
	found: readonly string[],
): Promise<AskedPerson[]> {
	if (!found.length) return [];
	const held = rolesOf(caller.actor).filter(({ name }) => name === 'health-officer');
	const watched = (await db.rows(selectPersonAreas(found))).filter(
		({ ended_at, area_path }) => ended_at === null && held.some(reaches({ area: area_path })),
	);
	const own = new Set(watched.map(({ person_id }) => person_id));
	const persons = found.filter((person) => own.has(person));
	if (!persons.length) return [];
	const [due, profiles] = await Promise.all([listDue(db, { persons }, now), listProfiles({ db, keys }, persons)]);
	const byPerson = new Map(due.map((one) => [one.person, one]));
	return persons.flatMap((person) => {
		const one = byPerson.get(person);
		if (!one) return [];
		const { fullName = '', phone, birthYear } = profiles.get(person) ?? {};
		return [{ ...toDue(one), maskedName: maskPerson(fullName, phone), ...(birthYear ? { birthYear } : {}) }];
	});
}
