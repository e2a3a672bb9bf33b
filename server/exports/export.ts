import Type, { type Static } from 'typebox';
import { officerOf } from '#identity';
import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import type { Who } from '#platform/who';
import { fileNameOf } from './file-name.ts';
import { Format, Layout, Moment, Names, Subject } from './order-fields.ts';
import { type ExportRow, selectExport } from './queries.ts';

/** An export as its officers see it; nothing in it tells of a person. */
export const Export = Type.Object({
	exportId: Id,
	subject: Subject,
	format: Format,
	layout: Layout,
	names: Names,
	purpose: Type.String(),
	caseId: Type.Optional(Id),
	state: Type.Union([
		Type.Literal('to-approve', { description: 'Another officer decides' }),
		Type.Literal('refused'),
		Type.Literal('waiting'),
		Type.Literal('writing'),
		Type.Literal('ready'),
		Type.Literal('failed'),
		Type.Literal('cancelled'),
		Type.Literal('over', { description: 'The file was deleted, or nobody decided in time' }),
	]),
	orderedAt: Moment,
	orderedBy: Type.String({ description: 'The authority' }),
	approvedBy: Type.Optional(Type.String()),
	rowsExpected: Type.Integer(),
	rowsDone: Type.Integer(),
	parts: Type.Integer({ description: 'In how many parts the file is fetched' }),
	bytes: Type.Integer(),
	sha256: Type.Optional(Type.String({ description: 'Of the whole zip; each file has its own in manifest.json' })),
	fileName: Type.String(),
	keptUntil: Type.Optional(Moment),
});
export type Export = Static<typeof Export>;

export const toExport = (row: ExportRow): Export => ({
	exportId: row.export_id,
	...{ subject: row.subject, format: row.format, layout: row.layout, names: row.names, purpose: row.purpose },
	...(row.case_id ? { caseId: row.case_id } : {}),
	state: row.state,
	orderedAt: row.ordered_at.toISOString(),
	orderedBy: row.ordered_authority,
	...(row.decided_authority ? { approvedBy: row.decided_authority } : {}),
	rowsExpected: Number(row.rows_expected),
	rowsDone: Number(row.rows_done),
	parts: row.parts,
	bytes: Number(row.bytes),
	...(row.sha256 ? { sha256: row.sha256 } : {}),
	fileName: `${fileNameOf(row)}.zip`,
	...(row.kept_until ? { keptUntil: row.kept_until.toISOString() } : {}),
});

/** An officer whose area holds all of it. */
export const officerOfExport = officerOf(
	async ({ exportId }: { exportId: string }, db: Db) => (await db.find(selectExport(exportId)))?.area_path,
);

/** Only the officer who ordered it, and is one still. */
export const whoOrdered: Who<{ exportId: string }> = {
	words: 'the officer who ordered it',
	allows: async ({ actor, db, input }) => {
		const row = await db.find(selectExport(input.exportId));
		return (
			row !== undefined && row.ordered_by === actorId(actor) && (await officerOfExport.allows({ actor, db, input }))
		);
	},
};
