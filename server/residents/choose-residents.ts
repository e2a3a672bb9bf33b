import Type, { type Static } from 'typebox';
import type { Context } from '#platform/operation';
import { Problem } from '#platform/problem';
import { addressKey, isOnStreet, streetKey } from './address-key.ts';
import { groupKey } from './group-key.ts';
import { selectInhabited } from './queries.ts';
import { Group } from './shapes.ts';

/** Which houses of a cordon are meant: what is given must all hold. */
export const chosenFields = {
	groups: Type.Optional(Type.Array(Group, { minItems: 1, maxItems: 200 })),
	street: Type.Optional(
		Type.String({ minLength: 2, maxLength: 100, description: 'A street, an alley, a building, as addresses name it' }),
	),
	addresses: Type.Optional(
		Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
			...{ minItems: 1, maxItems: 1_000, description: 'Houses, as they are written on the list' },
		}),
	),
};
const Chosen = Type.Object(chosenFields);

export interface ChosenHouse {
	number: number;
	group: string;
	address: string;
	people: number;
	symptomatic: number;
}

/**
 * The houses in which somebody lives and that are meant, in the order of the list, and which of the addresses are of none
 * of them. Throws `nobody-chosen` when nothing is given, and `invalid-input` for a street that is a mere number.
 */
export async function chooseHouses(
	{ db, platform: { keys } }: Pick<Context, 'db' | 'platform'>,
	cordonId: string,
	{ groups, street, addresses }: Static<typeof Chosen>,
): Promise<{ houses: ChosenHouse[]; unknown: string[] }> {
	if (!groups && street === undefined && !addresses) throw new Problem('nobody-chosen');
	const on = street === undefined ? undefined : streetKey(street);
	if (on === '') throw new Problem('invalid-input', { field: 'street' });
	const wanted = addresses && new Map(addresses.map((one) => [addressKey(one), one]));
	const rows = await db.rows(selectInhabited(cordonId, groups ? groups.map(groupKey) : null));
	const houses = rows.flatMap((row) => {
		const address = keys.decrypt(row.label_sealed);
		const key = addressKey(address);
		if ((on && !isOnStreet(key, on)) || (wanted && !wanted.has(key))) return [];
		const { number, group_name: group, people, symptomatic } = row;
		return [{ number, group, address, people, symptomatic }];
	});
	for (const { address } of houses) wanted?.delete(addressKey(address));
	return { houses, unknown: [...(wanted?.values() ?? [])] };
}
