import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { managing } from './fields.ts';
import { forgetPlace } from './place.ts';
import { closePlaceRow } from './queries.ts';

export const closePlace = operation({
	name: 'places.close-place',
	summary: {
		vi: 'Đóng một địa điểm: không ghi lượt vào nữa, dữ liệu cũ vẫn được giữ đủ hạn',
		en: 'Closes a place: nobody is recorded there any more, and what was recorded is kept for its time',
	},
	who: managing,
	input: Type.Object({ place: Id }, { additionalProperties: false }),
	output: Type.Object({ placeId: Id }),
	personal: 'none',
	run: async ({ db, now, afterCommit }, { place: placeId }) => {
		if (!(await db.run(closePlaceRow(placeId, now)))) throw new Problem('place-not-found', { field: 'place' });
		afterCommit(() => forgetPlace(placeId));
		return { placeId };
	},
});
