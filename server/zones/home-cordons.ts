import type { Db } from '#platform/db';
import { keepFor } from '#platform/kept';
import type { BatchContext } from '#platform/operation';
import { selectCordoned, selectHomeCordons, selectLastEnd } from './queries.ts';

/** A cordon around somebody's home, half-open. */
export interface HomeCordon {
	personId: string;
	cordonId: string;
	areaPath: string;
	from: Date;
	/** Undefined while no end is decided. */
	until: Date | undefined;
}

/** Most of the time nothing is cordoned, and then no door asks for anybody's home. */
const lastEnd = keepFor(5, async ({ db }) => (await db.one(selectLastEnd())).last);

/** To be called after the commit of what changed a cordon: this process knows at once, others within five seconds. */
export const forgetLastEnd = lastEnd.forget;

/** The cordons that hold at some moment of [from, until] around the homes of some people. */
export async function listHomeCordons(
	context: BatchContext,
	persons: readonly string[],
	{ from, until }: { from: Date; until: Date },
): Promise<HomeCordon[]> {
	const last = await lastEnd.get(context);
	if (!last || last <= from) return [];
	return readHomeCordons(context.db, persons, { from, until });
}

/** The same without regard to what this process remembers. */
export async function readHomeCordons(
	db: Db,
	persons: readonly string[],
	{ from, until }: { from: Date; until: Date },
): Promise<HomeCordon[]> {
	if (!persons.length) return [];
	const rows = await db.rows(selectHomeCordons(persons, from, until));
	return rows.map((row) => ({
		personId: row.person_id,
		cordonId: row.cordon_id,
		areaPath: row.area_path,
		from: row.holds_from,
		until: row.holds_until ?? undefined,
	}));
}

/** Who lives in what is cordoned at a moment; no more than `limit`. */
export const listCordoned = async (db: Db, at: Date, limit: number): Promise<string[]> =>
	(await db.rows(selectCordoned(at, limit))).map((row) => row.person_id);
