import type { Db } from '#platform/db';
import { proportion } from '#shared/epi/proportion';
import { shiftDay } from '#shared/language';
import { rowBytes } from './packed.ts';
import { countFollowing } from './queries-following.ts';

/** Silent for so many due days in a row, until yesterday or the last day, is lost. */
const silentDays = 3;

/**
 * Of the days on which a confirmed contact had to report, until yesterday, how many they did or an officer reached them;
 * and how many of those contacts were lost. `cases` as `packNumbers` packs them, `today` a day in Viet Nam.
 */
export async function measureFollowing(db: Db, cases: Uint8Array, today: string) {
	const ids = readIds(cases);
	const { due, seen, people, lost } = await db.one(countFollowing(ids, shiftDay(today, -1), silentDays));
	return { followed: proportion(seen, due), lost: proportion(lost, people) };
}

function readIds(packed: Uint8Array): string[] {
	const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
	const count = packed.length / rowBytes.cases;
	return Array.from({ length: count }, (_, row) => view.getBigInt64(row * rowBytes.cases).toString());
}
