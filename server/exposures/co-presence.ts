import type { Database } from '#platform/db';
import { selectCoPresence } from './queries-overlap.ts';

/**
 * Streams the pairs of people who were at the same place at the same time for at least `minutesMin` in all, within
 * [from, until), by place. `minutesMin` 0 gives every overlap longer than nothing. People are their random ids, the
 * smaller first; an imported place is told by its reference.
 */
export const streamCoPresence = (db: Database, options: { minutesMin: number; from: Date; until: Date }) =>
	db.stream(selectCoPresence(options));
