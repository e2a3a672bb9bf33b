import type { Db } from '#platform/db';
import { type Place, readPlaces } from './place.ts';
import { countGates, selectOpenGates } from './queries.ts';

export interface OpenGate {
	place: Place;
	gate: number;
	name: string;
	/** The code that is good now. */
	code: string;
	/** Whether the place has no other open gate, so that the gate's name says nothing. */
	isOnly: boolean;
}

/** The open gates of places that are not closed, in the order of the places asked for. */
export async function listOpenGates(db: Db, placeIds: readonly string[]): Promise<OpenGate[]> {
	const places = new Map((await readPlaces(db, placeIds)).map((place) => [place.placeId, place]));
	const byPlace = Map.groupBy(placeIds.length ? await db.rows(selectOpenGates(placeIds)) : [], (row) => row.place_id);
	return placeIds.flatMap((placeId) => {
		const place = places.get(placeId);
		const gates = byPlace.get(placeId) ?? [];
		if (!place || place.isClosed) return [];
		return gates.map(({ gate, name, code }) => ({ place, gate, name, code, isOnly: gates.length === 1 }));
	});
}

/** How many open gates places have together, without reading them. */
export const countOpenGates = async (db: Db, placeIds: readonly string[]): Promise<number> =>
	(await db.one(countGates(placeIds))).gates;
