import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { officerOfCordon } from '#zones';
import { removeResidents } from './add-residents.ts';
import { groupKey } from './group-key.ts';
import { selectPersonsOf } from './queries.ts';
import { Group } from './shapes.ts';

export const remove = operation({
	name: 'residents.remove',
	summary: {
		vi: 'Đưa một người, một nhà hay một tổ ra khỏi danh sách vùng khoanh; họ thôi phải báo sức khoẻ',
		en: 'Takes a person, a dwelling or a group off a cordon’s list, and ends their duty to report',
	},
	who: officerOfCordon,
	input: Type.Object(
		{
			cordonId: Id,
			person: Type.Optional(Id),
			dwelling: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Its number' })),
			group: Type.Optional(Group),
			reason: Type.String({ minLength: 3, maxLength: 500 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		removed: Type.Integer(),
		isMore: Type.Boolean({ description: 'A large group is taken off by 2,000 people a call' }),
	}),
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async (context, { cordonId, person, dwelling, group, reason }) => {
		const { db, about } = context;
		if ([person, dwelling, group].filter((one) => one !== undefined).length !== 1)
			throw new Problem('invalid-input', { field: 'person' });
		const of = { group: group === undefined ? null : groupKey(group), dwelling: dwelling ?? null };
		const persons =
			person === undefined ? (await db.rows(selectPersonsOf(cordonId, of))).map((row) => row.person_id) : [person];
		const removed = await removeResidents(context, cordonId, { persons, reason });
		about(...removed);
		return { removed: removed.length, isMore: persons.length === 2_000 };
	},
});
