import Type, { type Static } from 'typebox';
import type { DayRow } from './queries.ts';

/** A number of people. `null`: so few that whoever asks may not see it. Absent: nobody counted it that day. */
const People = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]);

/** What is counted of people, in the order of a row. */
export const counted = [
	...(['due', 'reported', 'missing', 'red', 'cases', 'watched', 'silent', 'symptomatic'] as const),
	...(['needsReview', 'dueToEnd', 'redWaiting'] as const),
] as const;
export type Counted = (typeof counted)[number];

export const Cells = Type.Object({
	due: People,
	reported: People,
	missing: People,
	red: People,
	cases: People,
	watched: Type.Optional(People),
	silent: Type.Optional(People),
	symptomatic: Type.Optional(People),
	needsReview: Type.Optional(People),
	dueToEnd: Type.Optional(People),
	redWaiting: Type.Optional(People),
	beds: Type.Optional(Type.Integer({ description: 'Usable beds of isolation sites' })),
	bedsFree: Type.Optional(Type.Integer()),
});
export type Cells = Static<typeof Cells>;

export const noCells: Cells = { due: 0, reported: 0, missing: 0, red: 0, cases: 0 };

const known = (row: DayRow) => ({
	...{ watched: row.watched, silent: row.silent, symptomatic: row.symptomatic, needsReview: row.needs_review },
	...{ dueToEnd: row.due_to_end, redWaiting: row.red_waiting, beds: row.beds, bedsFree: row.beds_free },
});

export function toCells(row: DayRow): Cells {
	const { due, reported, red, cases } = row;
	const stood = Object.entries(known(row)).filter((entry): entry is [string, number] => entry[1] !== null);
	return { due, reported, missing: due - reported, red, cases, ...Object.fromEntries(stood) };
}

/** What of an area is in none of those below it: people its own officers watch. */
export function restOf(whole: Cells, below: readonly Cells[]): Cells {
	const rest: Record<string, number> = {};
	for (const [name, value] of Object.entries(whole))
		rest[name] = Math.max(0, value! - below.reduce((sum, one) => sum + (one[name as keyof Cells] ?? 0), 0));
	return rest as Cells;
}
