import Type from 'typebox';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { dayOf, startOfDay } from '#shared/language';
import { Cursor, controllerRoles, countInside, readCursor, toCursor } from '#visits';
import { PlaceVisit, toPlaceVisits } from './page.ts';
import { countPlaceDay, selectPlaceVisits } from './queries.ts';

const pageLength = 50;

export const listToday = operation({
	name: 'logbook.list-today',
	summary: {
		vi: 'Danh sách người đến và đi trong ngày của một địa điểm, tên được che',
		en: 'Who came to a place and left it today, with masked names',
	},
	who: role(controllerRoles, (input: { place: string }) => ({ place: input.place })),
	input: Type.Object({ place: Id, cursor: Cursor }, { additionalProperties: false }),
	output: Type.Object({
		day: Type.String({ format: 'date' }),
		entries: Type.Integer(),
		stopped: Type.Integer(),
		inside: Type.Integer(),
		capacity: Type.Optional(Type.Integer({ description: 'People who may be inside at once' })),
		visits: Type.Array(PlaceVisit),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => 'in-out-control',
	run: async (context, { place, cursor }) => {
		const { db, now } = context;
		const from = startOfDay(dayOf(now));
		const rows = await db.rows(selectPlaceVisits(place, from, readCursor(cursor, now), pageLength));
		const until = new Date(now.getTime() + 300_000);
		const counts = await db.one(countPlaceDay(place, from, until));
		const known = (await getPlaces(db, [place])).get(place);
		const inside = known ? (await countInside(db, [known], now)).get(place)! : 0;
		return {
			day: dayOf(now),
			...counts,
			inside,
			...(known?.capacity === undefined ? {} : { capacity: known.capacity }),
			visits: await toPlaceVisits(context, rows),
			...(rows.length === pageLength ? { nextCursor: toCursor(rows.at(-1)!) } : {}),
		};
	},
});
