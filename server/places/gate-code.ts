import type { Db } from '#platform/db';
import { newPlaceCode } from '#shared/codes/place-code';
import { insertCode } from './queries.ts';

/** Gives a gate a new code. Codes are random, so one may, hardly ever, be taken: then another is drawn. */
export async function issueCode(db: Db, gate: { placeId: string; gate: number; now: Date }): Promise<string> {
	for (let tries = 0; tries < 5; tries++) {
		const code = newPlaceCode();
		if (await db.run(insertCode({ code, ...gate }))) return code;
	}
	throw new Error('no free place code in five tries');
}
