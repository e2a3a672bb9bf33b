import { Problem } from '#platform/problem';
import { type Cell, readCells } from '#platform/table/read-cells';

/** A table as cells of text, its first row on top. */
export type Table = string[][];

export const rowsMax = 2_000;
const columnsMax = 50;
const cellMax = 1_000;

/**
 * The cells of an XLSX file's first sheet, or of CSV parted by comma, semicolon or tab. Days become `dd/MM/yyyy`. Throws
 * `sheet-unreadable`, `sheet-not-utf8` or `sheet-old-excel` for anything else and `sheet-too-long` for more than 2,000
 * rows.
 */
export async function readTable(content: Buffer): Promise<Table> {
	const cells = await readCells(content);
	if ('fault' in cells) throw new Problem(cells.fault);
	const table = cells.map((row) => row.slice(0, columnsMax).map(toText));
	// Rows of nothing at the end of a sheet are no rows.
	while (table.at(-1)?.every((cell) => cell === '')) table.pop();
	if (table.length > rowsMax + 1) throw new Problem('sheet-too-long', { values: { max: rowsMax } });
	return table;
}

function toText(cell: Cell): string {
	if (typeof cell === 'string') return cell.trim().slice(0, cellMax);
	// No name and no number begins so: the row is told to be wrong.
	if (cell.odd === 'formula') return '=';
	return cell.day.split('-').reverse().join('/');
}
