import { expect, test } from 'vitest';
import { gatherFaults } from './gather-faults.ts';

const text = (vi: string) => ({ vi, en: vi });
const fault = (cell: string, heading: string, why: string) => ({ cell, heading: text(heading), text: text(why) });

test('cells of a column that are wrong in the same way are told together, others by themselves', () => {
	const rows = [
		{ row: 2, faults: [fault('F2', 'outcome', 'trước ngày khởi phát'), fault('H2', 'onset', 'không có thật')] },
		{ row: 3, faults: [fault('F3', 'outcome', 'không có thật')] },
		{ row: 5, faults: [fault('F5', 'outcome', 'trước ngày khởi phát'), fault('', 'mã ca', 'thiếu')] },
	];

	expect(
		gatherFaults(rows).map(({ heading, text: why, cells }) => [
			heading.vi,
			why.vi,
			...cells.map(({ cell, row }) => cell || row),
		]),
	).toEqual([
		['outcome', 'trước ngày khởi phát', 'F2', 'F5'],
		['onset', 'không có thật', 'H2'],
		['outcome', 'không có thật', 'F3'],
		['mã ca', 'thiếu', 5],
	]);
});
