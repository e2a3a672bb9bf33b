import Type, { type Static } from 'typebox';
import { Problem } from '#platform/problem';
import type { CaseRow } from './queries.ts';

export const LineOrder = Type.Union([
	Type.Literal('newest', { description: 'By the day of report' }),
	Type.Literal('onset', { description: 'The latest onset first, those without one last' }),
	Type.Literal('classification', { description: 'Confirmed, probable, suspected, discarded; each the newest first' }),
]);
export type LineOrder = Static<typeof LineOrder>;

export const LineCursor = Type.Optional(
	Type.String({ pattern: '^[0-9-]{3,45}$', description: 'Where the page before ended, in the same order' }),
);

/** Where a page begins: after this, in one of the orders. */
export type LineStart =
	| { order: 'newest'; at: Date; id: string }
	| { order: 'onset'; day: string; id: string }
	| { order: 'classification'; certainty: number; at: Date; id: string };

const certainties: Record<string, number> = { confirmed: 3, probable: 2, suspected: 1, discarded: 0 };

/** Stands for an onset nobody knows, as in the column `onset_order`. */
const noOnset = '0001-01-01';

/** Where the page after a row begins. */
export function toLineCursor(order: LineOrder, row: CaseRow): string {
	const at = row.opened_at.getTime();
	if (order === 'newest') return `${at}-${row.case_id}`;
	if (order === 'onset') return `${row.onset_on ?? noOnset}-${row.case_id}`;
	return `${certainties[row.classification]}-${at}-${row.case_id}`;
}

/** Undefined for the first page. Throws `invalid-input` for a cursor that leads nowhere in this order. */
export function readLineCursor(order: LineOrder, cursor: string | undefined): LineStart | undefined {
	if (cursor === undefined) return undefined;
	const [, first = '', time = '', id = ''] = patterns[order].exec(cursor) ?? refuse();
	if (BigInt(id) > 9_223_372_036_854_775_807n) refuse();
	if (order === 'onset') return isDay(first) ? { order, day: first, id } : refuse();
	const at = new Date(Number(time));
	// A later time than this is none PostgreSQL knows.
	if (!(at.getTime() <= 253_402_300_799_999)) refuse();
	return order === 'newest' ? { order, at, id } : { order, certainty: Number(first), at, id };
}

const patterns: Record<LineOrder, RegExp> = {
	newest: /^()(\d{1,15})-(\d{1,19})$/,
	onset: /^(\d{4}-\d\d-\d\d)()-(\d{1,19})$/,
	classification: /^([0-3])-(\d{1,15})-(\d{1,19})$/,
};

function isDay(text: string): boolean {
	const time = Date.parse(`${text}T00:00:00Z`);
	return text > '0000' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function refuse(): never {
	throw new Problem('invalid-input', { field: 'cursor' });
}
