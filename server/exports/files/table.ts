import { type Row, streamXlsx } from '#platform/xlsx';
import { writeCsvRow } from '#shared/text/csv';
import type { Column } from './column.ts';

/** A file of an export before it is put into the zip. `rows` counts while it is written. */
export interface Written {
	name: string;
	content: AsyncIterable<string | Buffer>;
	counted: { rows: number };
}

/** A sheet of Excel has 1,048,576 rows, the first of them the heading: what is more begins another workbook. */
export const sheetRowsMax = 1_048_575;

/** Records as CSV (UTF-8 with its mark), a heading and a row for each. */
export function writeCsvFile<Record>(
	name: string,
	columns: readonly Column<Record>[],
	records: AsyncIterable<Record>,
): Written {
	const counted = { rows: 0 };
	async function* lines(): AsyncGenerator<string> {
		yield `\uFEFF${writeCsvRow(columns.map(({ title }) => title))}`;
		for await (const record of records) {
			counted.rows++;
			yield writeCsvRow(columns.map(({ cell }) => cell(record)));
		}
	}
	return { name: `${name}.csv`, content: lines(), counted };
}

/** Records as workbooks of at most `rowsMax` rows, one after the other: nothing is ever cut off. */
export async function* writeWorkbooks<Record>(
	name: string,
	columns: readonly Column<Record>[],
	records: AsyncIterable<Record>,
	rowsMax = sheetRowsMax,
): AsyncGenerator<Written> {
	const source = records[Symbol.asyncIterator]();
	let next = await source.next();
	for (let number = 1; number === 1 || !next.done; number++) {
		const counted = { rows: 0 };
		const rows = async function* (): AsyncGenerator<Row> {
			yield columns.map(({ title }) => title);
			for (; !next.done && counted.rows < rowsMax; next = await source.next()) {
				counted.rows++;
				yield columns.map(({ cell }) => cell(next.value as Record));
			}
		};
		const sheet = { name: 'Danh sách', widths: columns.map(({ width }) => width), rows: rows() };
		yield { name: `${name}-${number}.xlsx`, content: streamXlsx([sheet]), counted };
	}
}
