import Type, { type Static } from 'typebox';
import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { Problem } from '#platform/problem';
import { type RosterRow, selectRoster } from './queries.ts';

/** The rows of a file hold names and phones: they are kept for a day. */
export const keptMilliseconds = 86_400_000;

const Moment = Type.String({ format: 'date-time' });

export const Roster = Type.Object({
	roster: Id,
	cordonId: Id,
	state: Type.Union([Type.Literal('checked'), Type.Literal('running'), Type.Literal('done'), Type.Literal('stopped')]),
	rows: Type.Object({
		total: Type.Integer(),
		good: Type.Integer(),
		faulty: Type.Integer({ description: 'To be mended' }),
		added: Type.Integer(),
		known: Type.Integer({ description: 'Were on the list before' }),
	}),
	filledDown: Type.Integer({ description: 'Empty cells of tổ and address that were read as those above' }),
	ignoredColumns: Type.Array(Type.String()),
	sentAt: Moment,
	finishedAt: Type.Optional(Moment),
	rowsKeptUntil: Type.Optional(Moment),
});

export const toRoster = (row: RosterRow): Static<typeof Roster> => ({
	...{ roster: row.roster_id, cordonId: row.cordon_id, state: row.state },
	rows: {
		...{ total: row.rows_total, good: row.rows_good, faulty: row.rows_faulty },
		...{ added: row.rows_added, known: row.rows_known },
	},
	...{ filledDown: row.filled_down, ignoredColumns: row.ignored_columns, sentAt: row.sent_at.toISOString() },
	...(row.finished_at ? { finishedAt: row.finished_at.toISOString() } : {}),
	...(row.rows_dropped_at ? {} : { rowsKeptUntil: new Date(row.sent_at.getTime() + keptMilliseconds).toISOString() }),
});

/** A health officer whose area the roster's cordon lies in. */
export const officerOfRoster = officerOf(
	async ({ roster }: { roster: string }, db: Db) => (await db.find(selectRoster(roster)))?.area_path,
);

/** Throws `not-found`. */
export async function getRoster(db: Db, roster: string): Promise<RosterRow> {
	const row = await db.find(selectRoster(roster));
	if (!row) throw new Problem('not-found', { field: 'roster' });
	return row;
}
