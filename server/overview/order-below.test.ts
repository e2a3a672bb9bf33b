import { expect, test } from 'vitest';
import { noCells } from './cells.ts';
import { type OrderName, pageOf } from './order-below.ts';

const row = (areaId: number, due: number | null, reported: number | null) => ({
	areaId,
	cells: { ...noCells, due, reported, missing: due === null || reported === null ? null : due - reported },
});
/** In the order of their names: half, nobody due, all, hidden, a third, half again. */
const rows = [row(9, 10, 5), row(8, 0, 0), row(7, 4, 4), row(6, 40, null), row(5, 90, 30), row(4, 20, 10)];

const ids = (order: OrderName) => pageOf(rows, { order, limit: 10 }).page.map(({ areaId }) => areaId);

test.each([
	['completion', [5, 4, 9, 7, 6, 8]],
	['missing', [5, 4, 9, 7, 6, 8]],
	['name', [9, 8, 7, 6, 5, 4]],
] as const)('by %s; where nothing is to be said comes last', (order, expected) => {
	expect(ids(order)).toEqual(expected);
});

test.each(['completion', 'missing', 'name'] as const)('pages by %s join without a gap and end', (order) => {
	const seen: number[] = [];
	let cursor: string | undefined;
	do {
		const { page, nextCursor } = pageOf(rows, { order, limit: 2, cursor });
		seen.push(...page.map(({ areaId }) => areaId));
		cursor = nextCursor;
	} while (cursor);

	expect(seen).toEqual(ids(order));
});
