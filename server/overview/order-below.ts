import Type from 'typebox';
import type { Cells } from './cells.ts';

export const Order = Type.Union([Type.Literal('completion'), Type.Literal('missing'), Type.Literal('name')], {
	description: 'completion: the smallest share of those who reported first; missing: where most are missing first',
});
export type OrderName = 'completion' | 'missing' | 'name';

export interface Ordered {
	areaId: number;
	cells: Cells;
}

const million = 1_000_000;
const last = 2 * million;

/** Where a row stands: the smaller the earlier. Where nothing is known or nobody is due comes last. */
function rankOf({ cells }: Ordered, order: OrderName, place: number): number {
	const { due, reported, missing } = cells;
	if (order === 'name') return place;
	if (!due || reported === null || missing === null) return last;
	return order === 'completion' ? Math.floor((reported * million) / due) : million - Math.min(missing, million);
}

/** A page of rows given in the order of their names, continuing after a cursor (rank and area of the last row before). */
export function pageOf<T extends Ordered>(
	rows: readonly T[],
	{ order, limit, cursor }: { order: OrderName; limit: number; cursor?: string | undefined },
): { page: T[]; nextCursor?: string } {
	const [rank, areaId] = readCursor(cursor);
	const ranked = rows
		.map((row, place) => ({ row, place, rank: rankOf(row, order, place) }))
		.sort((one, other) => one.rank - other.rank || one.row.areaId - other.row.areaId)
		.filter((one) => one.rank > rank || (one.rank === rank && one.row.areaId > areaId));
	const shown = ranked.slice(0, limit);
	const end = shown.at(-1);
	return {
		page: shown.map(({ row }) => row),
		...(end && ranked.length > limit ? { nextCursor: `${end.rank}-${end.row.areaId}` } : {}),
	};
}

export const cursorPattern = '^[0-9]{1,7}-[0-9]{1,10}$';

const readCursor = (cursor: string | undefined): [number, number] =>
	cursor === undefined ? [-1, 0] : (cursor.split('-').map(Number) as [number, number]);
