import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyone } from '#platform/who';
import { displayPlaceCode } from '#shared/codes/place-code';
import { Gate, Moment } from './fields.ts';
import { findPlaceByCode } from './find-place.ts';
import { PublicPlace, toPublicPlace } from './place-schema.ts';

export const getPlace = operation({
	name: 'places.get-place',
	summary: {
		vi: 'Địa điểm của một mã trên áp phích; mã đã thay vẫn cho biết là của nơi nào',
		en: 'The place of a poster’s code; a replaced code still says whose it was',
	},
	who: anyone,
	input: Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }, { additionalProperties: false }),
	output: Type.Object({
		place: PublicPlace,
		code: Type.String(),
		codeInLetters: Type.String(),
		gate: Gate,
		gateName: Type.Optional(Type.String({ description: 'Only where the place has several gates' })),
		state: Type.Union([Type.Literal('good'), Type.Literal('retired'), Type.Literal('closed')], {
			description: 'retired: a newer poster hangs there; closed: the place or this gate is no longer in use',
		}),
		retiredAt: Type.Optional(Moment),
	}),
	personal: 'none',
	run: async ({ db }, { code }) => {
		const found = await findPlaceByCode(db, code);
		if (!found) throw new Problem('place-not-found', { field: 'code' });
		return {
			place: toPublicPlace(found),
			code: found.code,
			codeInLetters: displayPlaceCode(found.code),
			gate: found.gate,
			...(found.gateName ? { gateName: found.gateName } : {}),
			state: found.state,
			...(found.retiredAt ? { retiredAt: found.retiredAt.toISOString() } : {}),
		};
	},
});
