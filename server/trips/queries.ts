import { type Sql, sql, sqlRows } from '#platform/sql';

export interface TripRow {
	place_id: string;
	trip_id: string;
	route: string;
	departs_at: Date;
	arrives_at: Date | null;
	seats: string[];
	cancelled_at: Date | null;
	usual_stay_minutes: number;
}

const tripTypes = ['bigint', 'bigint', 'text', 'timestamptz', 'timestamptz', 'text[]', 'timestamptz'];

/** Answers with the trips that were not there yet. */
export const insertTrips = (rows: readonly unknown[][]) =>
	sqlRows<{ trip_id: string }>(
		'insert into trips.trip (place_id, trip_id, route, departs_at, arrives_at, seats, added_at) values',
		tripTypes,
		rows,
		'on conflict (place_id, departs_at, route) where cancelled_at is null do nothing returning trip_id',
	);

export const countTripsAhead = (placeId: string, now: Date) => sql<{ trips: number }>`
	select count(*)::integer as trips
	from trips.trip
	where place_id = ${placeId} and departs_at > ${now} and cancelled_at is null`;

export const cancelTripRow = (placeId: string, tripId: string, now: Date): Sql => sql`
	update trips.trip
	set cancelled_at = ${now}
	where place_id = ${placeId} and trip_id = ${tripId} and cancelled_at is null`;

/** Trips of several places; both lists may name more than belong together. */
export const selectTripsById = (placeIds: readonly string[], tripIds: readonly string[]) => sql<TripRow>`
	select
		trip.place_id, trip.trip_id, trip.route, trip.departs_at, trip.arrives_at, trip.seats, trip.cancelled_at,
		coalesce(place.usual_stay_minutes, place_type.usual_stay_minutes) as usual_stay_minutes
	from trips.trip
	join places.place on place.place_id = trip.place_id
	join places.place_type on place_type.type = place.type
	where trip.place_id = any(${placeIds}::bigint[]) and trip.trip_id = any(${tripIds}::bigint[])`;

/** A place's trips by departure, from the key (departs_at, trip_id) on. */
export const selectTrips = (
	placeId: string,
	after: { departsAt: Date; tripId: string },
	until: Date,
	limit: number,
) => sql<TripRow>`
	select
		trip.place_id, trip.trip_id, trip.route, trip.departs_at, trip.arrives_at, trip.seats, trip.cancelled_at,
		coalesce(place.usual_stay_minutes, place_type.usual_stay_minutes) as usual_stay_minutes
	from trips.trip
	join places.place on place.place_id = trip.place_id
	join places.place_type on place_type.type = place.type
	where trip.place_id = ${placeId} and trip.departs_at >= ${after.departsAt} and trip.departs_at < ${until}
		and (trip.departs_at, trip.trip_id) > (${after.departsAt}, ${after.tripId}::bigint)
	order by trip.departs_at, trip.trip_id
	limit ${limit}`;
