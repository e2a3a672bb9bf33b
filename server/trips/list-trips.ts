import Type from 'typebox';
import { attending } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { shiftDay, startOfDay } from '#shared/language';
import { selectTrips } from './queries.ts';
import { toTrip } from './trip.ts';
import { PublicTrip, toPublicTrip } from './trip-schema.ts';

const pageLength = 100;

export const listTrips = operation({
	name: 'trips.list-trips',
	summary: {
		vi: 'Các chuyến của một phương tiện trong một ngày',
		en: 'A vehicle’s departures on one day, a page of 100',
	},
	who: attending,
	input: Type.Object(
		{
			place: Id,
			day: Type.String({ format: 'date' }),
			cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,16}-[0-9]{1,19}$' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ trips: Type.Array(PublicTrip), nextCursor: Type.Optional(Type.String()) }),
	personal: 'none',
	run: async ({ db }, { place, day, cursor }) => {
		const [time = startOfDay(day).getTime(), tripId = '0'] = cursor?.split('-') ?? [];
		const after = { departsAt: new Date(Number(time)), tripId: String(tripId) };
		const rows = await db.rows(selectTrips(place, after, startOfDay(shiftDay(day, 1)), pageLength));
		const last = rows.length === pageLength ? rows.at(-1) : undefined;
		return {
			trips: rows.map((row) => toPublicTrip(toTrip(row))),
			...(last ? { nextCursor: `${last.departs_at.getTime()}-${last.trip_id}` } : {}),
		};
	},
});
