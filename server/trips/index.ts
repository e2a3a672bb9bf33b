import type { Module } from '#platform/module';
import { addTrip } from './add-trip.ts';
import { addTrips } from './add-trips.ts';
import { cancelTrip } from './cancel-trip.ts';
import { listBoarding } from './list-boarding.ts';
import { listTrips } from './list-trips.ts';

export { isBoarding } from './boarding.ts';
export { getTrips, listBoardingTrips, type Trip } from './trip.ts';
export { PublicTrip, toPublicTrip } from './trip-schema.ts';
export { addTrip, addTrips, cancelTrip, listBoarding, listTrips };

export const trips: Module = {
	name: 'trips',
	operations: [addTrip, addTrips, cancelTrip, listTrips, listBoarding],
};
