import Type from 'typebox';
import { findPlaceByCode } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyone } from '#platform/who';
import { chooseTrip, isBoarding } from './boarding.ts';
import { readBoardingTrips } from './trip.ts';
import { PublicTrip, toPublicTrip } from './trip-schema.ts';

export const listBoarding = operation({
	name: 'trips.list-boarding',
	summary: {
		vi: 'Các chuyến đang đón khách của phương tiện có mã này',
		en: 'The departures that board now of the vehicle a poster’s code names',
	},
	who: anyone,
	input: Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }, { additionalProperties: false }),
	output: Type.Object({
		trips: Type.Array(PublicTrip),
		likely: Type.Optional(Id),
	}),
	personal: 'none',
	run: async ({ db, now }, { code }) => {
		const place = await findPlaceByCode(db, code);
		if (!place) throw new Problem('place-not-found', { field: 'code' });
		const all = place.isVehicle ? await readBoardingTrips(db, place.placeId, now) : [];
		const trips = all.filter((trip) => isBoarding(trip, now));
		const likely = chooseTrip(trips, now)?.tripId;
		return { trips: trips.map(toPublicTrip), ...(likely ? { likely } : {}) };
	},
});
