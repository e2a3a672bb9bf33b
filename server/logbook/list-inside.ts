import Type from 'typebox';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { controllerRoles, insideSince } from '#visits';
import { PlaceVisit, toPlaceVisits } from './page.ts';
import { selectInside } from './queries.ts';

const listMax = 200;

export const listInside = operation({
	name: 'logbook.list-inside',
	summary: {
		vi: 'Những người đang ở trong một địa điểm, tên được che',
		en: 'Who is inside a place now, with masked names; the newest 200',
	},
	who: role(controllerRoles, (input: { place: string }) => ({ place: input.place })),
	input: Type.Object({ place: Id }, { additionalProperties: false }),
	output: Type.Object({ visits: Type.Array(PlaceVisit), isWhole: Type.Boolean() }),
	personal: 'reads',
	purpose: () => 'in-out-control',
	run: async (context, { place }) => {
		const { db, now } = context;
		const until = new Date(now.getTime() + 300_000);
		const since = insideSince((await getPlaces(db, [place])).get(place), now);
		const rows = await db.rows(selectInside(place, since, until, listMax + 1));
		return { visits: await toPlaceVisits(context, rows.slice(0, listMax)), isWhole: rows.length <= listMax };
	},
});
