import type { Db } from '#platform/db';
import { keepFor } from '#platform/kept';
import type { BatchContext } from '#platform/operation';
import type { HomeCordon } from '#zones';
import { selectLastEnd, selectRosterCordons, selectRostered } from './queries-door.ts';

/** Most cordons of a part stop nobody, and then no door asks for a roster. */
const lastEnd = keepFor(5, async ({ db }) => (await db.one(selectLastEnd())).last);

/**
 * The cordons of a part that stop somebody because they are on its roster, at some moment of [from, until]. A cordon or a
 * resident that is new is known to every process within five seconds.
 */
export async function listRosterCordons(
	context: BatchContext,
	persons: readonly string[],
	span: { from: Date; until: Date },
): Promise<HomeCordon[]> {
	const last = await lastEnd.get(context);
	if (!last || last <= span.from) return [];
	return readRosterCordons(context.db, persons, span);
}

/** The same without regard to what this process remembers. */
export async function readRosterCordons(
	db: Db,
	persons: readonly string[],
	{ from, until }: { from: Date; until: Date },
): Promise<HomeCordon[]> {
	if (!persons.length) return [];
	const rows = await db.rows(selectRosterCordons(persons, from, until));
	return rows.map((row) => ({
		...{ personId: row.person_id, cordonId: row.cordon_id, areaPath: row.area_path },
		...{ from: row.holds_from, until: row.holds_until ?? undefined },
	}));
}

/** Who is stopped so at a moment; no more than `limit`. */
export const listRostered = async (db: Db, at: Date, limit: number): Promise<string[]> =>
	(await db.rows(selectRostered(at, limit))).map((row) => row.person_id);
