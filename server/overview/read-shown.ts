import type { Db } from '#platform/db';
import { type Cells, noCells, restOf, toCells } from './cells.ts';
import { hideSmall, hideSmallIn } from './hide-small.ts';
import { selectBelow, selectDay } from './queries.ts';

export interface Shown {
	path: string;
	day: string;
	/** Numbers of fewer people are hidden; left out for who may see them. */
	smallest: number | undefined;
}

export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

export const readWhole = async (db: Db, path: string, day: string): Promise<Cells> => {
	const row = await db.find(selectDay(path, day));
	return row ? toCells(row) : noCells;
};

/** A day of an area as somebody may see it: hidden where the table above hides it, or that table would give it away. */
export async function readShown(db: Db, { path, day, smallest }: Shown): Promise<Cells> {
	if (smallest === undefined) return readWhole(db, path, day);
	const above = parentOf(path);
	if (!above) return hideSmallIn(await readWhole(db, path, day), smallest);
	const { below } = await readTable(db, { path: above, day, smallest });
	return below.get(path) ?? noCells;
}

/** A day of everything right below an area, by path, and of what is in none of it. */
export async function readTable(db: Db, { path, day, smallest }: Shown) {
	const [whole, rows] = await Promise.all([readWhole(db, path, day), db.rows(selectBelow(path, day))]);
	const below = rows.map(toCells);
	const rest = restOf(whole, below);
	const shown = smallest === undefined ? [...below, rest] : hideSmall([...below, rest], smallest);
	return {
		below: new Map(rows.map((row, index) => [row.area_path, shown[index]!])),
		rest: shown.at(-1)!,
	};
}
