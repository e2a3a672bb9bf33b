import Type, { type Static } from 'typebox';
import { Id } from '#platform/ids';
import { type Context, operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { officerOfCordon } from '#zones';
import { removeResidents } from './add-residents.ts';
import { chooseHouses, chosenFields } from './choose-residents.ts';
import { selectPersonsBehind } from './queries.ts';

/** More than a ward's cordon has in a part of it; in one transaction. */
const peopleMax = 20_000;

const Whom = Type.Object({
	person: Type.Optional(Id),
	dwelling: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Its number' })),
	...chosenFields,
});

export const remove = operation({
	name: 'residents.remove',
	summary: {
		vi: 'Đưa một người, một nhà, hay các tổ, một đường, một danh sách nhà ra khỏi danh sách vùng khoanh; họ thôi phải báo sức khoẻ',
		en: 'Takes a person, a dwelling, or groups, a street, a list of houses off a cordon’s list, and ends their duty to report',
	},
	who: officerOfCordon,
	input: Type.Object(
		{
			cordonId: Id,
			...Whom.properties,
			people: Type.Optional(
				Type.Integer({ minimum: 0, maximum: peopleMax, description: 'As previewed: if it is not so any more, nobody' }),
			),
			reason: Type.String({ minLength: 3, maxLength: 500 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ removed: Type.Integer() }),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async (context, { cordonId, people, reason, ...whom }) => {
		const persons = await choosePersons(context, cordonId, whom);
		if (people !== undefined && persons.length !== people) throw new Problem('list-changed');
		const removed = await removeResidents(context, cordonId, { persons, reason });
		context.about(...removed);
		return { removed: removed.length };
	},
});

async function choosePersons(
	context: Context,
	cordonId: string,
	{ person, dwelling, ...chosen }: Static<typeof Whom>,
): Promise<string[]> {
	const isByHouses = Object.keys(chosen).length > 0;
	if ([person, dwelling, isByHouses || undefined].filter((one) => one !== undefined).length !== 1)
		throw new Problem('invalid-input', { field: 'person' });
	if (person !== undefined) return [person];
	const doors =
		dwelling === undefined
			? (await chooseHouses(context, cordonId, chosen)).houses.map(({ number }) => number)
			: [dwelling];
	const rows = await context.db.rows(selectPersonsBehind(cordonId, doors, peopleMax + 1));
	if (rows.length > peopleMax) throw new Problem('too-many-residents', { field: 'groups' });
	return rows.map((row) => row.person_id);
}
