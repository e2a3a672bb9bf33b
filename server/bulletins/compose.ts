import type { DayRow } from '#overview';
import type { Bulletin, UnitLine } from './bulletin.ts';

/** So many units that have not reported in full are named; the others are counted. */
const unitsMax = 300;

/** What is to be known of a day of every area: its rows by path, in the order of the paths. */
export type WholeDay = ReadonlyMap<string, DayRow>;

/**
 * Writes what an area is told of a day: its numbers, those of the day before, and the units in it whose people have not
 * all reported, the worst first. A unit is an area whose own officers watch somebody: what it counts beside those below.
 */
export function composeBulletin(path: string, today: WholeDay, before: DayRow | undefined): Bulletin {
	const row = today.get(path)!;
	const within = [...today.values()].filter((one) => one.area_path === path || one.area_path.startsWith(`${path}.`));
	const units = unitsOf(within);
	const short = units.filter(({ due, reported }) => reported < due).sort(worseFirst);
	return {
		numbers: numbersOf(row),
		...(before ? { before: numbersOf(before) } : {}),
		units: units.length,
		silentUnits: short.filter(({ reported }) => reported === 0).length,
		shortUnits: short.length,
		short: short.slice(0, unitsMax),
	};
}

const numbersOf = (row: DayRow): Bulletin['numbers'] => ({
	...{ due: row.due, reported: row.reported, red: row.red, cases: row.cases },
	...(row.watched === null ? {} : { watched: row.watched }),
	...(row.silent === null ? {} : { silent: row.silent }),
	...(row.symptomatic === null ? {} : { symptomatic: row.symptomatic }),
	...(row.needs_review === null ? {} : { needsReview: row.needs_review }),
	...(row.due_to_end === null ? {} : { dueToEnd: row.due_to_end }),
	...(row.beds === null ? {} : { beds: row.beds }),
	...(row.beds_free === null ? {} : { bedsFree: row.beds_free }),
});

/** Of each area what it counts beside those below it. */
function unitsOf(rows: readonly DayRow[]): UnitLine[] {
	const own = new Map(rows.map((row) => [row.area_path, { due: row.due, reported: row.reported }]));
	for (const { area_path, due, reported } of rows) {
		const above = own.get(area_path.slice(0, area_path.lastIndexOf('.')));
		if (!above) continue;
		above.due -= due;
		above.reported -= reported;
	}
	return [...own]
		.filter(([, { due }]) => due > 0)
		.map(([path, counts]) => ({ areaId: Number(path.split('.').at(-1)), ...counts }));
}

/** Those of whom nobody reported, the larger first; then by how many are missing. */
const worseFirst = (one: UnitLine, other: UnitLine): number =>
	Number(one.reported > 0) - Number(other.reported > 0) ||
	other.due - other.reported - (one.due - one.reported) ||
	one.areaId - other.areaId;
