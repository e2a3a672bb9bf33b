import { getAreas } from '#areas';
import type { Db } from '#platform/db';
import type { Text } from '#shared/language';
import { lockPlace, type PlaceRow, selectPlaces } from './queries.ts';

/** A place as the other modules know it: nothing of who registered it. */
export interface Place {
	placeId: string;
	name: string;
	type: string;
	typeName: Text;
	icon: string;
	isVehicle: boolean;
	/** Undefined only for places that came with an import, like the area's path and name. */
	areaId: number | undefined;
	areaPath: string | undefined;
	areaName: Text | undefined;
	address: string | undefined;
	/** A visit nobody ended is closed after so long. */
	usualStayMinutes: number;
	/** How many people may be inside at once; undefined where there is no limit. */
	capacity: number | undefined;
	/** `21:30`, the time of day in Viet Nam when the doors close; undefined for a place that is always open. */
	closesAt: string | undefined;
	isClosed: boolean;
}

const keptMilliseconds = 5_000;
const keptMax = 50_000;
const kept = new Map<string, { place: Place; until: number }>();

/**
 * The places with these ids, those that exist. Kept for five seconds, since every check-in asks: a change takes hold at
 * once in this process and within five seconds in every other.
 */
export async function getPlaces(db: Db, placeIds: readonly string[]): Promise<Map<string, Place>> {
	const now = performance.now();
	const places = new Map<string, Place>();
	const missing: string[] = [];
	for (const placeId of placeIds) {
		const known = kept.get(placeId);
		if (known && known.until > now) places.set(placeId, known.place);
		else missing.push(placeId);
	}
	for (const place of await readPlaces(db, missing)) {
		if (kept.size >= keptMax) kept.clear();
		kept.set(place.placeId, { place, until: now + keptMilliseconds });
		places.set(place.placeId, place);
	}
	return places;
}

export const forgetPlace = (placeId: string) => void kept.delete(placeId);

/** Holds a place still until the transaction ends, and reads it as it is now: for what is counted of it and added. */
export async function holdPlace(db: Db, placeId: string): Promise<Place | undefined> {
	await db.find(lockPlace(placeId));
	return (await readPlaces(db, [placeId]))[0];
}

/** The places as they are at this moment. */
export async function readPlaces(db: Db, placeIds: readonly string[]): Promise<Place[]> {
	if (!placeIds.length) return [];
	const rows = await db.rows(selectPlaces(placeIds));
	const areas = await getAreas(
		db,
		rows.flatMap((row) => row.area_id ?? []),
	);
	return rows.map((row) => toPlace(row, row.area_id === null ? undefined : areas.get(row.area_id)?.fullName));
}

const toPlace = (row: PlaceRow, areaName: Text | undefined): Place => ({
	placeId: row.place_id,
	name: row.name,
	type: row.type,
	typeName: { vi: row.type_vi, en: row.type_en },
	icon: row.icon,
	isVehicle: row.is_vehicle,
	areaId: row.area_id ?? undefined,
	areaPath: row.area_path ?? undefined,
	areaName,
	address: row.address ?? undefined,
	usualStayMinutes: row.usual_stay_minutes,
	capacity: row.capacity ?? undefined,
	closesAt: row.closes_at?.slice(0, 5),
	isClosed: row.closed_at !== null,
});
