import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { displayPlaceCode } from '#shared/codes/place-code';
import { attending, Gate, Moment } from './fields.ts';
import { readPlaces } from './place.ts';
import { PublicPlace, toPublicPlace } from './place-schema.ts';
import { selectGates } from './queries.ts';

export const getPlaceForManager = operation({
	name: 'places.get-place-for-manager',
	summary: {
		vi: 'Một địa điểm với các cổng và mã, cho người quản lý và người kiểm soát',
		en: 'A place with its gates and codes, for those who manage or attend it',
	},
	who: attending,
	input: Type.Object({ place: Id }, { additionalProperties: false }),
	output: Type.Object({
		place: PublicPlace,
		usualStayMinutes: Type.Integer(),
		capacity: Type.Optional(Type.Integer({ description: 'People who may be inside at once' })),
		closesAt: Type.Optional(Type.String({ description: '21:30, in Viet Nam' })),
		gates: Type.Array(
			Type.Object({
				gate: Gate,
				name: Type.String(),
				isClosed: Type.Boolean(),
				code: Type.Optional(Type.String()),
				codeInLetters: Type.Optional(Type.String()),
				issuedAt: Type.Optional(Moment),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db }, { place: placeId }) => {
		const [place] = await readPlaces(db, [placeId]);
		if (!place) throw new Problem('place-not-found', { field: 'place' });
		const gates = await db.rows(selectGates(placeId));
		return {
			place: toPublicPlace(place),
			usualStayMinutes: place.usualStayMinutes,
			...(place.capacity === undefined ? {} : { capacity: place.capacity }),
			...(place.closesAt === undefined ? {} : { closesAt: place.closesAt }),
			gates: gates.map(({ gate, name, closed_at, code, issued_at }) => ({
				gate,
				name,
				isClosed: closed_at !== null,
				...(code && issued_at
					? { code, codeInLetters: displayPlaceCode(code), issuedAt: issued_at.toISOString() }
					: {}),
			})),
		};
	},
});
