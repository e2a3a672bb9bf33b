import type { Db } from '#platform/db';
import { readPlaceCode } from '#shared/codes/place-code';
import { getPlaces, type Place } from './place.ts';
import { selectCode } from './queries.ts';

/** What a poster's code stands for. A retired code still says which place it hung at. */
export interface FoundPlace extends Place {
	code: string;
	gate: number;
	/** Only where the place has several gates. */
	gateName: string | undefined;
	/**
	 * `retired`: a newer poster hangs there. `closed`: the place, or this gate of it, is no longer in use.
	 */
	state: 'good' | 'retired' | 'closed';
	retiredAt: Date | undefined;
}

/** The place of a code as people type or scan it (spaces, dashes and letter case do not matter), or undefined. */
export async function findPlaceByCode(db: Db, written: string): Promise<FoundPlace | undefined> {
	const code = readPlaceCode(written);
	const row = code && (await db.find(selectCode(code)));
	if (!row) return undefined;
	const place = (await getPlaces(db, [row.place_id])).get(row.place_id)!;
	const isClosed = place.isClosed || row.gate_closed_at !== null;
	return {
		...place,
		code: row.code,
		gate: row.gate,
		gateName: row.open_gates > 1 ? row.gate_name : undefined,
		state: isClosed ? 'closed' : row.retired_at ? 'retired' : 'good',
		retiredAt: row.retired_at ?? undefined,
	};
}
