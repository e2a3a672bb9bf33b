import Type from 'typebox';
import { managing } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { addDepartures, tripFields } from './trip-input.ts';

export const addTrips = operation({
	name: 'trips.add-trips',
	summary: {
		vi: 'Thêm cùng một chuyến cho nhiều ngày liền, cùng giờ',
		en: 'Adds the same departure on several days in a row, at the same time of day',
	},
	who: managing,
	input: Type.Object(
		{ ...tripFields, days: Type.Integer({ minimum: 1, maximum: 60, description: 'The first day included' }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ trips: Type.Array(Id, { description: 'Those that were not there yet' }) }),
	personal: 'none',
	run: async ({ db, now }, { days, ...input }) => ({ trips: await addDepartures(db, input, { days, now }) }),
});
