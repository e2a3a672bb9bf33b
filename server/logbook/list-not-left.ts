import Type from 'typebox';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { lastClosing } from '#shared/closing';
import { controllerRoles } from '#visits';
import { Moment, PlaceVisit, toPlaceVisits } from './page.ts';
import { countNotLeft, selectNotLeft } from './queries.ts';

const dayLong = 86_400_000;
const listMax = 200;

export const listNotLeft = operation({
	name: 'logbook.list-not-left',
	summary: {
		vi: 'Những người chưa ghi nhận ra khỏi địa điểm, ai vào trước đứng trước, tên được che',
		en: 'Whose leaving a place was not recorded, those who came first first, with masked names; 200 of them',
	},
	who: role(controllerRoles, (input: { place: string }) => ({ place: input.place })),
	input: Type.Object({ place: Id }, { additionalProperties: false }),
	output: Type.Object({
		closedAt: Type.Optional({ ...Moment, description: 'When the place closed last, where it closes' }),
		total: Type.Integer(),
		sinceClosing: Type.Integer({ description: 'How many of them went in before it closed last' }),
		visits: Type.Array(PlaceVisit),
	}),
	personal: 'reads',
	purpose: () => 'in-out-control',
	run: async (context, { place }) => {
		const { db, now } = context;
		const closesAt = (await getPlaces(db, [place])).get(place)?.closesAt;
		const closedAt = closesAt === undefined ? undefined : lastClosing(closesAt, now);
		const from = new Date(now.getTime() - dayLong);
		const counts = await db.one(countNotLeft(place, from, now, closedAt ?? from));
		return {
			...(closedAt ? { closedAt: closedAt.toISOString() } : {}),
			...counts,
			visits: await toPlaceVisits(context, await db.rows(selectNotLeft(place, from, now, listMax))),
		};
	},
});
