import type { Db } from '#platform/db';
import type { OldPlaceCode } from '#shared/codes/old-place-code';
import { type FoundPlace, findPlaceByCode } from './find-place.ts';
import { selectCodeOfOld } from './queries-old-codes.ts';

/** The place the operator's list gives for a code of tokhaiyte.vn or PC-Covid, with the code that is good there now. */
export async function findPlaceByOldCode(db: Db, old: OldPlaceCode): Promise<FoundPlace | undefined> {
	const row = await db.find(selectCodeOfOld(old));
	return row && findPlaceByCode(db, row.code);
}
