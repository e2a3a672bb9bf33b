import type { Db } from '#platform/db';
import { dayOf } from '#shared/language';
import { selectTurn } from './queries-people.ts';
import { setTurned, turnDuties } from './queries-turn.ts';

const parts = 128n;
const idMax = (1n << 63n) - 1n;

/**
 * Writes into every duty what the new day makes of it: who is silent, whose last day is over. The lists do not wait for
 * it; they only are slower until it is done. Run again it mends what a report written at midnight left behind.
 */
export async function turnDay(db: Db, now: Date): Promise<void> {
	const today = dayOf(now);
	const size = idMax / parts;
	for (let part = 0n; part < parts; part++) {
		const from = part * size;
		const until = part === parts - 1n ? idMax : from + size - 1n;
		await db.run(turnDuties(today, from.toString(), until.toString()));
	}
	await db.run(setTurned(today));
}

/** Whether the day is written already. */
export const isTurned = async (db: Db, today: string): Promise<boolean> =>
	(await db.one(selectTurn())).turned_on >= today;
