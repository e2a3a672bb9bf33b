import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { displayPlaceCode } from '#shared/codes/place-code';
import { Gate, Written } from './fields.ts';
import { registerPlaces } from './register-places.ts';

const day = 86_400;

export const registerPlace = operation({
	name: 'places.register-place',
	summary: {
		vi: 'Đăng ký một địa điểm hay phương tiện và nhận mã cho áp phích',
		en: 'Registers a place or vehicle and gives the code for its poster',
	},
	who: account,
	input: Type.Object(
		{
			name: Written,
			type: Type.String({ maxLength: 40 }),
			area: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'The id of the commune' }),
			address: Type.Optional(Written),
			registrantName: Written,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		placeId: Id,
		gate: Gate,
		code: Type.String({ description: 'As it stands in the poster’s address' }),
		codeInLetters: Type.String({ description: 'As people read and type it: K7QF-2M9X-4' }),
	}),
	personal: 'records',
	limits: [
		{
			what: 'account',
			by: (_input, { actor }) => (actor.kind === 'account' ? actor.id : ''),
			limit: { count: 30, seconds: day },
		},
	],
	run: async (context, input) => {
		const { actor } = context.caller;
		if (actor.kind !== 'account') throw new Error('only an account registers a place');
		const { registrantName, ...place } = input;
		const [made] = await registerPlaces(context, { managerId: actor.id, registrantName, places: [place] });
		const { placeId, code } = made!;
		return { placeId, gate: 1, code, codeInLetters: displayPlaceCode(code) };
	},
});
