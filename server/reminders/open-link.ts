import Type from 'typebox';
import { DuePerson, toDue } from '#monitoring';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { getHousehold, initialsOf } from './find-household.ts';
import { tokenPattern } from './link.ts';

export const Token = Type.String({ pattern: tokenPattern, description: 'The end of the link in the message' });

export const openLink = operation({
	name: 'reminders.open-link',
	summary: {
		vi: 'Ai phải báo sức khoẻ hôm nay theo đường dẫn trong tin nhắn: chữ đầu tên và năm sinh, không hơn',
		en: 'Who is to report today by the link of a message: initials and year of birth, nothing else',
	},
	who: anyone,
	input: Type.Object({ token: Token }, { additionalProperties: false }),
	output: Type.Object({
		people: Type.Array(
			Type.Object({
				...DuePerson.properties,
				initials: Type.String(),
				birthYear: Type.Optional(Type.Integer()),
			}),
		),
	}),
	personal: 'records',
	run: async ({ db, now, platform: { keys }, about }, { token }) => {
		const people = await getHousehold({ db, keys, now }, token);
		about(...people.map(({ person }) => person));
		const names = await initialsOf(
			{ db, keys, now },
			people.map(({ person }) => person),
		);
		return {
			people: people.map((one) => {
				const { initials = '?', birthYear } = names.get(one.person) ?? {};
				return { ...toDue(one), initials, ...(birthYear ? { birthYear } : {}) };
			}),
		};
	},
});
