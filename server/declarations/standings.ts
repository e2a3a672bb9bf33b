import { sameAs, sameAsAtDoor } from '#identity';
import type { Db } from '#platform/db';
import type { BatchContext } from '#platform/operation';
import type { Level } from './judge.ts';
import { type StandingRow, selectStandings, selectVerdicts } from './queries.ts';

export interface Standing {
	level: Level;
	reasons: readonly string[];
	validUntil: Date;
}

/** The newest declaration's result of each person who has one, under whichever of their ids it was made. */
export async function listStandings(db: Db, persons: readonly string[]): Promise<Map<string, Standing>> {
	return persons.length ? standingsOf(db, await sameAs(db, persons)) : new Map();
}

/** The same for what every door asks: nobody's ids are asked for while nobody is known under two. */
export const listStandingsAtDoor = async (
	context: BatchContext,
	persons: readonly string[],
): Promise<Map<string, Standing>> => standingsOf(context.db, await sameAsAtDoor(context, persons));

async function standingsOf(db: Db, same: ReadonlyMap<string, string[]>): Promise<Map<string, Standing>> {
	const rows = await db.rows(selectVerdicts([...new Set([...same.values()].flat())]));
	const newest = newestOf(same, rows);
	return new Map(
		[...newest].map(([person, { level, reasons, valid_until: validUntil }]) => [
			person,
			{ level, reasons: reasons ? reasons.split(',') : [], validUntil },
		]),
	);
}

/** The standing of each person as they read it themselves. */
export async function readStandings(db: Db, persons: readonly string[]): Promise<Map<string, StandingRow>> {
	const same = await sameAs(db, persons);
	return newestOf(same, persons.length ? await db.rows(selectStandings([...same.values()].flat())) : []);
}

function newestOf<Row extends { person_id: string; declared_at: Date }>(
	same: ReadonlyMap<string, string[]>,
	rows: readonly Row[],
): Map<string, Row> {
	const byId = new Map(rows.map((row) => [row.person_id, row]));
	return new Map(
		[...same].flatMap(([person, ids]): [string, Row][] => {
			const declared = ids.flatMap((id) => byId.get(id) ?? []);
			const [first, ...others] = declared;
			if (!first) return [];
			return [[person, others.reduce((one, other) => (other.declared_at > one.declared_at ? other : one), first)]];
		}),
	);
}
