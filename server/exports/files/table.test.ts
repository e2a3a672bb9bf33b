import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { column } from './column.ts';
import { sheetRowsMax, writeWorkbooks } from './table.ts';

const columns = [column<number>('Số', 10, (number) => number)];

async function* upTo(count: number): AsyncGenerator<number> {
	for (let number = 1; number <= count; number++) yield number;
}

/** The numbers in each workbook, below its heading, and how many it says it has. */
async function write(count: number, rowsMax?: number) {
	const books: { name: string; numbers: unknown[]; counted: number }[] = [];
	for await (const { name, content, counted } of writeWorkbooks('ca-benh', columns, upTo(count), rowsMax)) {
		const pieces: Buffer[] = [];
		for await (const piece of content) pieces.push(Buffer.from(piece));
		const [sheet] = await readXlsx(Buffer.concat(pieces));
		books.push({ name, numbers: sheet!.data.slice(1).flat(), counted: counted.rows });
	}
	return books;
}

describe('rows beyond what a sheet holds begin another workbook', () => {
	test.each([
		[0, [[]]],
		[1, [[1]]],
		[3, [[1, 2, 3]]],
		[4, [[1, 2, 3], [4]]],
		[7, [[1, 2, 3], [4, 5, 6], [7]]],
	])('%i rows where three fit', async (count, expected) => {
		const books = await write(count, 3);

		expect(books.map(({ numbers }) => numbers)).toEqual(expected);
		expect(books.map(({ counted }) => counted)).toEqual(expected.map(({ length }) => length));
		expect(books.map(({ name }) => name)).toEqual(expected.map((_rows, index) => `ca-benh-${index + 1}.xlsx`));
	});

	test('as many as Excel has below a heading', () => {
		expect(sheetRowsMax + 1).toBe(2 ** 20);
	});
});
