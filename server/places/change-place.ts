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
		vi: 'Sửa tên, loại, địa chỉ, thời gian ở lại thông thường, sức chứa hay giờ đóng cửa của một địa điểm',
		en: 'Changes a place’s name, type, address, usual stay, capacity or closing time',
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
			capacity: Type.Optional(
				Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'People inside at once. Left out: no limit' }),
			),
			closesAt: Type.Optional(
				Type.String({
					pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
					description: 'Time of day in Viet Nam, 21:30. Left out: always open',
				}),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ placeId: Id }),
	personal: 'none',
	run: async ({ db, now, afterCommit }, input) => {
		const { place: placeId, usualStayMinutes = null, capacity = null, closesAt = null, ...written } = input;
		const place = await readPlaceInput(db, written, now);
		const changed = await db.run(updatePlace({ placeId, ...place, usualStayMinutes, capacity, closesAt }));
		if (!changed) throw new Problem('place-not-found', { field: 'place' });
		afterCommit(() => forgetPlace(placeId));
		return { placeId };
	},
});
