import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { readSeat } from '#shared/gate/seats';
import { getTrips, isBoarding, type Trip } from '#trips';
import { isLate } from './late.ts';
import { selectSeated } from './queries-trips.ts';
import type { UnjudgedEvent } from './to-events.ts';

type Told = UnjudgedEvent;

/** An event with the trip and seat that count, and what is to be said of them. */
export interface Boarded {
	event: Told;
	problem?: Problem;
	isSeatTaken: boolean;
}

/**
 * Checks the trips and seats of a batch: the trip is one of the place and boards at that moment, the seat is one of its
 * plan. What does not fit is told to whoever stands there, to choose anew. A gate's device tells what happened already:
 * then the visit counts and the trip or the seat is left out. Nothing is asked where no event names a trip.
 */
export async function readBoarding(db: Db, told: readonly Told[]): Promise<(event: Told) => Boarded> {
	const named = told.filter((one) => one.trip !== undefined && one.direction === 'in');
	const asked = named.map((one) => ({ placeId: one.placeId, tripId: one.trip! }));
	const [trips, seated] = await Promise.all([getTrips(db, asked), readSeated(db, named)]);
	return (event) => {
		if (event.trip === undefined && event.seat === undefined) return { event, isSeatTaken: false };
		const { trip: named, seat: written, ...rest } = event;
		if (event.direction === 'out') return { event: rest, isSeatTaken: false };
		const trip = named === undefined ? undefined : trips.get(`${event.placeId} ${named}`);
		const seat = written === undefined ? undefined : readSeat(written);
		const problem = findFault(event, trip, seat);
		if (problem && !hasHappened(event)) return { event: rest, problem, isSeatTaken: false };
		if (problem?.code === 'trip-not-boarding') return { event: rest, isSeatTaken: false };
		const boarded = { ...rest, ...(trip ? { trip: trip.tripId } : {}), ...(seat && !problem ? { seat } : {}) };
		return { event: boarded, isSeatTaken: isTaken(boarded, seated) };
	};
}

/** A controller who gives a time of their own tells what a gate's device has noted. */
const hasHappened = (event: Told) => isLate(event) || (event.notedBy === 'controller' && event.hasDeviceTime);

function findFault(event: Told, trip: Trip | undefined, seat: string | undefined): Problem | undefined {
	if (event.trip !== undefined && !(trip && isBoarding(trip, event.at)))
		return new Problem('trip-not-boarding', { field: 'trip' });
	const isUnknown = event.seat !== undefined && (!seat || (trip?.seats.length && !trip.seats.includes(seat)));
	return isUnknown ? new Problem('seat-unknown', { field: 'seat' }) : undefined;
}

const keyOf = (trip: string, seat: string) => `${trip} ${seat}`;

/** Who sits where, by `trip seat`; those who board in this batch are added as they come. */
async function readSeated(db: Db, named: readonly Told[]): Promise<Map<string, string>> {
	const seats = named.flatMap((one) => readSeat(one.seat ?? '') ?? []);
	if (!seats.length) return new Map();
	const unique = (ids: string[]) => [...new Set(ids)];
	const times = named.map((one) => one.at.getTime());
	const rows = await db.rows(
		selectSeated({
			places: unique(named.map((one) => one.placeId)),
			trips: unique(named.map((one) => one.trip!)),
			seats: unique(seats),
			around: { from: new Date(Math.min(...times)), until: new Date(Math.max(...times)) },
		}),
	);
	return new Map(rows.map((row) => [keyOf(row.trip_id, row.seat), row.person_id]));
}

function isTaken({ trip, seat, personId }: Told, seated: Map<string, string>): boolean {
	if (!trip || !seat) return false;
	const sits = seated.get(keyOf(trip, seat)) ?? personId;
	seated.set(keyOf(trip, seat), sits);
	return sits !== personId;
}
