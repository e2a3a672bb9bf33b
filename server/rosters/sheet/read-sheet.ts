import { type Cell, type FileFault, readCells } from '#platform/table/read-cells';
import { type ColumnName, columnNames, columns, readHeader } from './columns.ts';

export const rowsMax = 5_000;
/** Above the header there may be a title and a few notes. */
const headerWithin = 10;
const headerLettersMax = 60;

export interface SheetRow {
	/** As the spreadsheet counts, from 1. */
	number: number;
	cells: Partial<Record<ColumnName, Cell>>;
}

type SheetFault = FileFault | 'sheet-columns-missing' | 'sheet-column-twice' | 'sheet-empty' | 'sheet-too-long';

/** The rows of a file below its header, empty ones left out; or what is wrong with the file as a whole. */
export type SheetReading =
	| { rows: SheetRow[]; ignored: string[] }
	| { fault: SheetFault; values?: Record<string, string | number> };

export async function readSheet(content: Uint8Array): Promise<SheetReading> {
	const cells = await readCells(content);
	if ('fault' in cells) return cells;
	const start = cells.slice(0, headerWithin).findIndex((row) => row.some(isNameHeader));
	const required = columnNames.filter((name) => columns[name].isRequired);
	if (start < 0) return { fault: 'sheet-columns-missing', values: { columns: titlesOf(required) } };
	const headers = cells[start]!.map((cell) => (typeof cell === 'string' ? cell : ''));
	const named = headers.map(readHeader);
	const twice = columnNames.find((name) => named.filter((one) => one === name).length > 1);
	if (twice) return { fault: 'sheet-column-twice', values: { column: titlesOf([twice]) } };
	const missing = required.filter((name) => !named.includes(name));
	if (missing.length) return { fault: 'sheet-columns-missing', values: { columns: titlesOf(missing) } };

	const rows: SheetRow[] = [];
	for (const [index, row] of cells.entries()) {
		const isRow = row.some((cell, at) => named[at] && named[at] !== 'mend' && isFilled(cell));
		if (index <= start || !isRow) continue;
		if (rows.length === rowsMax) return { fault: 'sheet-too-long', values: { max: rowsMax } };
		const found = row.flatMap((cell, at) => {
			const name = named[at];
			return name && name !== 'mend' ? [[name, cell] as const] : [];
		});
		rows.push({ number: index + 1, cells: Object.fromEntries(found) });
	}
	if (!rows.length) return { fault: 'sheet-empty' };
	const ignored = headers.filter((header, at) => header.trim() && !named[at]).slice(0, 20);
	return { rows, ignored: ignored.map((header) => [...header.trim()].slice(0, headerLettersMax).join('')) };
}

const titlesOf = (names: readonly ColumnName[]): string =>
	names.map((name) => `${columns[name].vi} / ${columns[name].en}`).join('; ');
const isNameHeader = (cell: Cell): boolean => typeof cell === 'string' && readHeader(cell) === 'name';
const isFilled = (cell: Cell): boolean => typeof cell !== 'string' || cell.trim() !== '';
