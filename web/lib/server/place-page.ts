import type { RequestEvent } from '@sveltejs/kit';
import { getPlaceForManager } from '#places';
import { rolesOf } from '#platform/actor';
import { running } from '#platform/running';
import { listTrips } from '#trips';
import { askOrShow } from './ask.ts';

type PageEvent = Pick<RequestEvent, 'locals' | 'url'>;

/** What every page about a place shows: the place, its open gates, and whether whoever looks manages it. */
export async function readPlacePage(event: PageEvent, place: string) {
	const found = await askOrShow(event, getPlaceForManager, { place });
	return {
		place: found.place,
		capacity: found.capacity,
		closesAt: found.closesAt,
		gates: found.gates.filter((gate) => !gate.isClosed),
		isManager: isManagerOf(event, place),
		/** The server's time, which every page about a day goes by. */
		now: running.platform!.clock.now(),
	};
}

/** Whether whoever asks is a manager of the place, and sees the pages that are only theirs. */
export const isManagerOf = ({ locals }: Pick<RequestEvent, 'locals'>, place: string): boolean =>
	rolesOf(locals.caller.actor).some((held) => held.name === 'manager' && held.place === place);

/** A vehicle's departures on a day, to say which one a visit was on. */
export async function readTrips(event: PageEvent, place: { placeId: string; isVehicle: boolean }, day: string) {
	return place.isVehicle ? (await askOrShow(event, listTrips, { place: place.placeId, day })).trips : [];
}
