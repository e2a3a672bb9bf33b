import Type, { type Static } from 'typebox';
import { type Area, getAreas } from '#areas';
import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { Problem } from '#platform/problem';
import { Kind } from './file/kinds.ts';
import { type ImportRow, lockImport, selectArea, selectImport } from './queries.ts';

/** The rows of a file hold names: they are kept for a day. */
export const keptMilliseconds = 86_400_000;

const Moment = Type.String({ format: 'date-time' });
const Words = Type.Object({ vi: Type.String(), en: Type.String() });

export const Import = Type.Object({
	importId: Id,
	kind: Kind,
	source: Type.String({ description: 'The system or office the file is from' }),
	areaId: Type.Integer(),
	areaName: Words,
	disease: Type.String(),
	rule: Type.String(),
	state: Type.Union([
		Type.Literal('read', { description: 'Its columns are to be told' }),
		Type.Literal('checked'),
		Type.Literal('running'),
		Type.Literal('done'),
		Type.Literal('stopped', { description: 'May be taken up again while its rows are kept' }),
	]),
	rows: Type.Object({
		total: Type.Integer(),
		good: Type.Integer(),
		faulty: Type.Integer({ description: 'To be mended' }),
		added: Type.Integer(),
		known: Type.Integer({ description: 'Were there before: the same file sent again adds nothing' }),
		refused: Type.Integer({ description: 'Good when checked, yet not when added' }),
	}),
	linksAdded: Type.Integer({ description: 'Who infected whom, of a file of cases' }),
	steps: Type.Object({ total: Type.Integer(), done: Type.Integer() }, { description: 'How far it is' }),
	sentAt: Moment,
	finishedAt: Type.Optional(Moment),
	rowsKeptUntil: Type.Optional(Moment),
});
export type Import = Static<typeof Import>;

const areaIdOf = (path: string) => Number(path.split('.').at(-1));

export async function toImports(db: Db, rows: readonly ImportRow[]): Promise<Import[]> {
	const areas = await getAreas(db, [...new Set(rows.map((row) => areaIdOf(row.area_path)))]);
	return rows.map((row) => toImport(row, areas.get(areaIdOf(row.area_path))));
}

const toImport = (row: ImportRow, area: Area | undefined): Import => ({
	...{ importId: row.import_id, kind: row.kind, source: row.source, disease: row.disease, rule: row.rule },
	...{ areaId: areaIdOf(row.area_path), areaName: area?.fullName ?? { vi: '', en: '' }, state: row.state },
	rows: {
		...{ total: row.rows_total, good: row.rows_good, faulty: row.rows_faulty, added: row.rows_added },
		...{ known: row.rows_known, refused: row.rows_refused },
	},
	linksAdded: row.links_added,
	steps: { total: row.steps_total, done: row.steps_done },
	sentAt: row.sent_at.toISOString(),
	...(row.finished_at ? { finishedAt: row.finished_at.toISOString() } : {}),
	...(row.rows_dropped_at ? {} : { rowsKeptUntil: new Date(row.sent_at.getTime() + keptMilliseconds).toISOString() }),
});

/** A health officer whose area leads what the import holds. */
export const officerOfImport = officerOf(
	async ({ importId }: { importId: string }, db: Db) => (await db.find(selectArea(importId)))?.area_path,
);

/** Throws `not-found`. */
export async function getImportRow(db: Db, importId: string): Promise<ImportRow> {
	const row = await db.find(selectImport(importId));
	if (!row) throw new Problem('not-found', { field: 'importId' });
	return row;
}

/** Held still until the transaction ends. Throws `not-found`, or `registration-over` once its rows are dropped. */
export async function holdImport(db: Db, importId: string): Promise<ImportRow> {
	const row = await db.find(lockImport(importId));
	if (!row) throw new Problem('not-found', { field: 'importId' });
	if (row.rows_dropped_at) throw new Problem('registration-over');
	return row;
}
