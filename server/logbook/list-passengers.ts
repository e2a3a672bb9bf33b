import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { startOfDay } from '#shared/language';
import { getTrips, PublicTrip, toPublicTrip } from '#trips';
import { firstLogDay, managerOf } from './log-days.ts';
import { PlaceVisit, toPlaceVisits } from './page.ts';
import { selectPassengers } from './queries.ts';

const passengersMax = 1_000;

export const listPassengers = operation({
	name: 'logbook.list-passengers',
	summary: {
		vi: 'Khách của một chuyến với số ghế, tên được che',
		en: 'Who boarded a departure, with their seats and masked names; at most 1,000',
	},
	who: managerOf,
	input: Type.Object({ place: Id, trip: Id }, { additionalProperties: false }),
	output: Type.Object({ trip: PublicTrip, passengers: Type.Array(PlaceVisit), isWhole: Type.Boolean() }),
	personal: 'reads',
	purpose: () => 'in-out-control',
	run: async (context, { place, trip: tripId }) => {
		const trip = (await getTrips(context.db, [{ placeId: place, tripId }])).get(`${place} ${tripId}`);
		const first = startOfDay(await firstLogDay(context));
		if (!trip || trip.boards.until <= first) throw new Problem('trip-not-found', { field: 'trip' });
		const from = new Date(Math.max(trip.boards.from.getTime(), first.getTime()));
		const asked = { placeId: place, tripId, from, until: trip.boards.until };
		const rows = await context.db.rows(selectPassengers(asked, passengersMax + 1));
		return {
			trip: toPublicTrip(trip),
			passengers: await toPlaceVisits(context, rows.slice(0, passengersMax)),
			isWhole: rows.length <= passengersMax,
		};
	},
});
