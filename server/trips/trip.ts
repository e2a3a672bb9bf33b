import type { Db } from '#platform/db';
import type { GateTrip } from '#shared/gate/bundle';
import { type BoardingTime, boardingTime, travelsMax } from './boarding.ts';
import { selectTrips, selectTripsById, type TripRow } from './queries.ts';

/** A departure of a vehicle. */
export interface Trip {
	placeId: string;
	tripId: string;
	route: string;
	departsAt: Date;
	arrivesAt: Date | undefined;
	/** The names of the seats; empty where none has a number. */
	seats: readonly string[];
	boards: BoardingTime;
	cancelledAt: Date | undefined;
}

const dayLong = 86_400_000;
const boardingMax = 200;

/** The trips that board now or within a day, in the order of departure, at most 200: what a gate's device takes along. */
export async function listBoardingTrips(db: Db, placeId: string, now: Date): Promise<GateTrip[]> {
	const trips = await readBoardingTrips(db, placeId, now);
	return trips.map(({ tripId, route, departsAt, seats }) => ({
		id: tripId,
		route,
		departsAt: departsAt.toISOString(),
		seats: [...seats],
	}));
}

export async function readBoardingTrips(db: Db, placeId: string, now: Date): Promise<Trip[]> {
	const from = { departsAt: new Date(now.getTime() - travelsMax), tripId: '0' };
	const ahead = new Date(now.getTime() + 2 * dayLong);
	const rows = await db.rows(selectTrips(placeId, from, ahead, 5 * boardingMax));
	const soon = new Date(now.getTime() + dayLong);
	return rows
		.map(toTrip)
		.filter(({ boards, cancelledAt }) => !cancelledAt && boards.until > now && boards.from <= soon)
		.slice(0, boardingMax);
}

/** Trips by `place trip`; one of another place than asked for with it is never found under it. */
export async function getTrips(
	db: Db,
	asked: readonly { placeId: string; tripId: string }[],
): Promise<Map<string, Trip>> {
	if (!asked.length) return new Map();
	const places = [...new Set(asked.map((one) => one.placeId))];
	const rows = await db.rows(selectTripsById(places, [...new Set(asked.map((one) => one.tripId))]));
	return new Map(rows.map((row) => [`${row.place_id} ${row.trip_id}`, toTrip(row)]));
}

export function toTrip(row: TripRow): Trip {
	const times = { departsAt: row.departs_at, arrivesAt: row.arrives_at ?? undefined };
	return {
		placeId: row.place_id,
		tripId: row.trip_id,
		route: row.route,
		...times,
		seats: row.seats,
		boards: boardingTime(times, row.usual_stay_minutes),
		cancelledAt: row.cancelled_at ?? undefined,
	};
}
