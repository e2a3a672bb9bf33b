import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { managing, Written } from './fields.ts';
import { forgetPlace } from './place.ts';
import { readPlaceInput } from './place-input.ts';
import { updatePlace } from './queries.ts';

export const changePlace = operation({
	name: 'places.change-place',
	summary: {
		vi: 'Sửa tên, loại, địa chỉ hay thời gian ở lại thông thường của một địa điểm',
		en: 'Changes a place’s name, type, address or usual stay',
	},
	who: managing,
	input: Type.Object(
		{
			place: Id,
			name: Written,
			type: Type.String({ maxLength: 40 }),
			area: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'The id of the commune' }),
			address: Type.Optional(Written),
			usualStayMinutes: Type.Optional(
				Type.Integer({ minimum: 5, maximum: 1_440, description: 'Left out: as usual for the type' }),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ placeId: Id }),
	personal: 'none',
	run: async ({ db, now, afterCommit }, { place: placeId, usualStayMinutes = null, ...input }) => {
		const place = await readPlaceInput(db, input, now);
		const changed = await db.run(updatePlace({ placeId, ...place, usualStayMinutes }));
		if (!changed) throw new Problem('place-not-found', { field: 'place' });
		afterCommit(() => forgetPlace(placeId));
		return { placeId };
	},
});
