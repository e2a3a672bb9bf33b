import type { Db } from '#platform/db';
import type { Level } from './judge.ts';
import { selectVerdicts } from './queries.ts';

export interface Standing {
	level: Level;
	reasons: readonly string[];
	validUntil: Date;
}

/** The newest declaration's result of each person who has one. */
export async function listStandings(db: Db, persons: readonly string[]): Promise<Map<string, Standing>> {
	if (!persons.length) return new Map();
	const rows = await db.rows(selectVerdicts(persons));
	return new Map(
		rows.map((row) => [
			row.person_id,
			{ level: row.level, reasons: row.reasons ? row.reasons.split(',') : [], validUntil: row.valid_until },
		]),
	);
}
