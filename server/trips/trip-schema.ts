import Type from 'typebox';
import { Id } from '#platform/ids';
import type { Trip } from './trip.ts';

export const Moment = Type.String({ format: 'date-time' });

/** A departure, of which everybody may know. */
export const PublicTrip = Type.Object({
	tripId: Id,
	route: Type.String(),
	departsAt: Moment,
	arrivesAt: Type.Optional(Moment),
	seats: Type.Array(Type.String(), { description: 'Empty where no seat has a number' }),
	isCancelled: Type.Boolean(),
});

export const toPublicTrip = ({ tripId, route, departsAt, arrivesAt, seats, cancelledAt }: Trip) => ({
	tripId,
	route,
	departsAt: departsAt.toISOString(),
	...(arrivesAt ? { arrivesAt: arrivesAt.toISOString() } : {}),
	seats: [...seats],
	isCancelled: cancelledAt !== undefined,
});
