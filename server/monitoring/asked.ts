import Type, { type Static } from 'typebox';
import { listProfiles } from '#identity';
import type { Context } from '#platform/operation';
import { maskPerson } from '#shared/text/mask';
import { listDue } from './due.ts';
import { DuePerson, toDue } from './list-mine.ts';

/** Somebody who is to report today, as an officer asks them: the name masked. */
export const AskedPerson = Type.Object({
	...DuePerson.properties,
	maskedName: Type.String(),
	birthYear: Type.Optional(Type.Integer()),
});
export type AskedPerson = Static<typeof AskedPerson>;

/** Who of some people is to report today, in the order they were given in. At most 2,000 watches are read. */
export async function listAsked(
	{ db, now, platform: { keys } }: Pick<Context, 'db' | 'now' | 'platform'>,
	persons: readonly string[],
): Promise<AskedPerson[]> {
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
