import Type from 'typebox';
import { managing } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { cancelTripRow } from './queries.ts';

/** Who has boarded keeps the trip in their visit; nobody boards it any more. */
export const cancelTrip = operation({
	name: 'trips.cancel-trip',
	summary: { vi: 'Huỷ một chuyến', en: 'Cancels a departure' },
	who: managing,
	input: Type.Object({ place: Id, trip: Id }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'none',
	run: async ({ db, now }, { place, trip }) => {
		const cancelled = await db.run(cancelTripRow(place, trip, now));
		if (!cancelled) throw new Problem('trip-not-found', { field: 'trip' });
		return {};
	},
});
