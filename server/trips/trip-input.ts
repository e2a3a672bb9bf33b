import Type, { type Static } from 'typebox';
import { holdPlace, readText, Written } from '#places';
import type { Db } from '#platform/db';
import { Id, newId } from '#platform/ids';
import { Problem } from '#platform/problem';
import { chunks } from '#platform/sql';
import { listSeats, seatsMax } from '#shared/gate/seats';
import { travelsMax } from './boarding.ts';
import { countTripsAhead, insertTrips } from './queries.ts';
import { Moment } from './trip-schema.ts';

/** What a manager says of a departure. */
export const tripFields = {
	place: Id,
	route: Written,
	departsAt: Moment,
	arrivesAt: Type.Optional(Moment),
	seats: Type.Optional(
		Type.Union(
			[
				Type.Object(
					{
						rows: Type.Integer({ minimum: 1, maximum: 200 }),
						letters: Type.String({ pattern: '^[A-Za-z]{1,20}$', description: 'One for each seat of a row: ABCD' }),
					},
					{ additionalProperties: false },
				),
				Type.Object(
					{ names: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: seatsMax }) },
					{ additionalProperties: false },
				),
			],
			{ description: 'Left out where no seat has a number' },
		),
	),
};
const TripInput = Type.Object(tripFields);

const dayLong = 86_400_000;
/** A timetable of half an hour for a month. */
const aheadMax = 2_000;
const yearLong = 366 * dayLong;

/**
 * Adds the same departure on `days` days in a row, at the same time of day (Viet Nam has no summer time). One that is
 * there already is not added again; returns the ids of the new ones. Throws `invalid-input`, naming the field, and
 * `place-not-found` where no vehicle is in use.
 */
export async function addDepartures(
	db: Db,
	{ place: placeId, ...input }: Static<typeof TripInput>,
	{ days, now }: { days: number; now: Date },
): Promise<string[]> {
	const route = readText(input.route, 'route');
	const { departsAt, arrivesAt } = readTimes(input, now);
	const seats = input.seats === undefined ? [] : listSeats(input.seats);
	if (!seats) throw new Problem('invalid-input', { field: 'seats' });
	const place = await holdPlace(db, placeId);
	if (!place || place.isClosed) throw new Problem('place-not-found', { field: 'place' });
	if (!place.isVehicle) throw new Problem('not-a-vehicle');
	const { trips } = await db.one(countTripsAhead(placeId, now));
	if (trips + days > aheadMax) throw new Problem('too-many-trips', { values: { count: aheadMax } });
	const rows = Array.from({ length: days }, (_, day) => [
		...[placeId, newId(), route, later(departsAt, day), arrivesAt ? later(arrivesAt, day) : null, seats, now],
	]);
	const added: string[] = [];
	for (const part of chunks(rows)) for (const { trip_id } of await db.rows(insertTrips(part))) added.push(trip_id);
	return added;
}

const later = (at: Date, days: number) => new Date(at.getTime() + days * dayLong);

/** A departure lies at most a day back, for a trip that is under way, and at most a year ahead. */
function readTimes(input: { departsAt: string; arrivesAt?: string }, now: Date) {
	const departsAt = new Date(input.departsAt);
	const ahead = departsAt.getTime() - now.getTime();
	if (ahead < -dayLong || ahead > yearLong) throw new Problem('invalid-input', { field: 'departsAt' });
	const arrivesAt = input.arrivesAt === undefined ? undefined : new Date(input.arrivesAt);
	const travels = arrivesAt ? arrivesAt.getTime() - departsAt.getTime() : 1;
	if (travels <= 0 || travels > travelsMax) throw new Problem('invalid-input', { field: 'arrivesAt' });
	return { departsAt, arrivesAt };
}
