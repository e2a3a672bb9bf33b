import Type from 'typebox';
import { managing } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { addDepartures, tripFields } from './trip-input.ts';

export const addTrip = operation({
	name: 'trips.add-trip',
	summary: {
		vi: 'Thêm một chuyến của phương tiện, có thể có sơ đồ ghế',
		en: 'Adds a vehicle’s departure, with its seats if they have numbers',
	},
	who: managing,
	input: Type.Object(tripFields, { additionalProperties: false }),
	output: Type.Object({ trips: Type.Array(Id, { description: 'Empty when the same departure is there already' }) }),
	personal: 'none',
	run: async ({ db, now }, input) => ({ trips: await addDepartures(db, input, { days: 1, now }) }),
});
