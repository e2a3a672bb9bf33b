import type { Place } from '#places';
import type { Db } from '#platform/db';
import type { Event, PersonsVisits } from './decide.ts';
import { isLate } from './late.ts';
import { selectHeadcounts } from './queries-inside.ts';

/**
 * How many people are inside each of these places now. Who has stayed longer than is usual and was not seen leaving
 * counts as gone, as their visit will be closed; so no more than a usual stay of visits is read.
 */
export async function countInside(db: Db, places: readonly Place[], now: Date): Promise<Map<string, number>> {
	if (!places.length) return new Map();
	const asked = places.map((place) => ({ placeId: place.placeId, since: insideSince(place, now) }));
	const rows = await db.rows(selectHeadcounts(asked, new Date(now.getTime() + 300_000)));
	return new Map(rows.map((row) => [row.place_id, row.inside]));
}

/** Who went in before this and has not left is taken to have left. */
export const insideSince = (place: Place | undefined, now: Date): Date =>
	new Date(now.getTime() - (place?.usualStayMinutes ?? 1_440) * 60_000);

/** What the crowd in a place is as somebody comes to its door. Empty where it does not count. */
export interface Crowd {
	inside?: number;
	capacity?: number;
}

/** Counts people at places with a capacity while the entries and exits of a batch go by. */
export interface Headcount {
	before(event: Told): Crowd;
	after(event: Told, isStopped: boolean): void;
}

type Told = Omit<Event, 'verdict' | 'reasons'>;

/**
 * Only places with a capacity pay for the count. What a gate that was offline tells late is not judged by the crowd of
 * now, and neither is somebody who is inside already.
 */
export async function openHeadcount(
	{ db, now }: { db: Db; now: Date },
	{ told, places, visits }: { told: readonly Told[]; places: Map<string, Place>; visits: Promise<PersonsVisits> },
): Promise<Headcount> {
	const limited = [...new Set(told.filter((one) => one.direction === 'in').map((one) => one.placeId))].flatMap((id) => {
		const place = places.get(id);
		return place?.capacity === undefined ? [] : [place];
	});
	const [counts, known] = await Promise.all([countInside(db, limited, now), visits]);
	const moved = new Map<string, boolean>();
	const isInside = ({ placeId, personId }: Told) =>
		moved.get(`${placeId} ${personId}`) ??
		known.get(personId)!.some((visit) => isOpenAt(visit, placeId, insideSince(places.get(placeId), now)));
	return {
		before: (event) => {
			const inside = counts.get(event.placeId);
			if (inside === undefined || event.direction === 'out' || isLate(event) || isInside(event)) return {};
			return { inside, capacity: places.get(event.placeId)!.capacity! };
		},
		after: (event, isStopped) => {
			const inside = counts.get(event.placeId);
			const goesIn = event.direction === 'in';
			if (inside === undefined || (goesIn && isStopped) || isInside(event) === goesIn) return;
			moved.set(`${event.placeId} ${event.personId}`, goesIn);
			counts.set(event.placeId, inside + (goesIn ? 1 : -1));
		},
	};
}

const isOpenAt = (visit: { place_id: string; left_at: Date | null; entered_at: Date }, placeId: string, since: Date) =>
	visit.place_id === placeId && visit.left_at === null && visit.entered_at > since;
