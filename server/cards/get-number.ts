import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { self } from '#platform/who';
import { displayPersonalNumber } from '#shared/codes/personal-number';
import { numbersOf } from './numbers.ts';
import { endNumber } from './queries-numbers.ts';

export const getNumber = operation({
	name: 'cards.get-number',
	summary: {
		vi: 'Mã số cá nhân sáu ký tự để ghi vào sổ giấy thay cho tên và số điện thoại; đổi số khi cần',
		en: 'The personal number of six characters for logs on paper, in place of name and phone; changed on request',
	},
	who: self((input: { person: string }) => input.person),
	input: Type.Object(
		{ person: Id, renew: Type.Optional(Type.Boolean({ description: 'Gives another; the old one ends' })) },
		{ additionalProperties: false },
	),
	output: Type.Object({ number: Type.String({ description: 'K7Q-F2M' }) }),
	personal: 'reads',
	limits: [
		{
			what: 'person',
			by: (input) => (input.renew ? input.person : `read ${input.person}`),
			limit: { count: 60, seconds: 86_400 },
		},
	],
	run: async ({ db, platform: { keys }, now, about }, { person, renew }) => {
		about(person);
		if (renew) await db.run(endNumber(person, now));
		const numbers = await numbersOf({ db, keys, now }, [person]);
		return { number: displayPersonalNumber(numbers.get(person)!) };
	},
});
