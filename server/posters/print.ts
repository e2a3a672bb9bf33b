import Type, { type Static } from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import type { Who } from '#platform/who';
import { Format, Moment } from './fields.ts';
import { keptMilliseconds } from './jobs.ts';
import { type PrintRow, selectPrint } from './queries.ts';

export const Print = Type.Object({
	print: Id,
	format: Format,
	state: Type.Union([
		Type.Literal('waiting'),
		Type.Literal('drawing'),
		Type.Literal('ready'),
		Type.Literal('failed'),
		Type.Literal('cancelled'),
	]),
	signs: Type.Integer({ description: 'Posters or stickers to be drawn' }),
	signsDone: Type.Integer(),
	pages: Type.Integer(),
	bytes: Type.Integer(),
	parts: Type.Integer({ description: 'In how many parts the file is fetched' }),
	fileName: Type.String(),
	orderedAt: Moment,
	keptUntil: Moment,
});

export const toPrint = (row: PrintRow): Static<typeof Print> => ({
	print: row.print_id,
	format: row.format,
	state: row.state,
	signs: row.signs_total,
	signsDone: row.signs_done,
	pages: row.pages,
	bytes: Number(row.bytes),
	parts: row.parts,
	fileName: `vaora-${row.format}-${row.print_id.slice(-6)}.pdf`,
	orderedAt: row.ordered_at.toISOString(),
	keptUntil: new Date(row.ordered_at.getTime() + keptMilliseconds).toISOString(),
});

/** Only whoever ordered a print. */
export const whoOrdered: Who<{ print: string }> = {
	words: 'whoever ordered it',
	allows: async ({ actor, db, input }) => {
		const row = await db.find(selectPrint(input.print));
		return row !== undefined && row.ordered_by === actorId(actor);
	},
};
