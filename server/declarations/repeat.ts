import type { Db } from '#platform/db';
import { selectRepeat } from './queries.ts';
import { currentRule } from './rules.ts';
import { toDeclared } from './store.ts';

const dayLong = 86_400_000;

/** The answer a declaration got when it was sent the first time; undefined when it is new. */
export async function findRepeat(db: Db, now: Date, persons: readonly string[], id: string) {
	if (!persons.length) return undefined;
	const row = await db.find(selectRepeat(persons, id, new Date(now.getTime() - dayLong)));
	if (!row) return undefined;
	const { advice } = await currentRule(db, now);
	return toDeclared(row, advice[row.level]);
}
