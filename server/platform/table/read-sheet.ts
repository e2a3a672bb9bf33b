import { type Column, headingReader } from './headings.ts';
import { type Cell, type FileFault, readCells } from './read-cells.ts';

export interface SheetRow<Name extends string> {
	/** As the spreadsheet counts, from 1. */
	number: number;
	cells: Partial<Record<Name, Cell>>;
	/** Whether something stands to the right of the last heading. */
	hasMore: boolean;
}

export type SheetFault = FileFault | 'sheet-columns-missing' | 'sheet-column-twice' | 'sheet-empty' | 'sheet-too-long';

/** The rows of a file below its headings, empty ones left out; or what is wrong with the file as a whole. */
export type SheetReading<Name extends string> =
	| { rows: SheetRow<Name>[]; ignored: string[] }
	| { fault: SheetFault; values?: Record<string, string | number> };

/** Above the headings there may be a title and a few notes. */
const headingsWithin = 10;
const headingLettersMax = 60;

/** Reads files whose columns are known, in any order; the row that has the column `anchor` is that of the headings. */
export function sheetReader<Name extends string>(
	columns: Readonly<Record<Name, Column>>,
	{ anchor, rowsMax }: { anchor: NoInfer<Name>; rowsMax: number },
) {
	const readHeading = headingReader(columns);
	const names = Object.keys(columns) as Name[];
	const required = names.filter((name) => columns[name].isRequired);
	const titlesOf = (some: readonly Name[]) =>
		some.map((name) => `${columns[name].vi} / ${columns[name].en}`).join('; ');
	const isAnchor = (cell: Cell) => typeof cell === 'string' && readHeading(cell) === anchor;

	return async (content: Uint8Array): Promise<SheetReading<Name>> => {
		const cells = await readCells(content);
		if ('fault' in cells) return cells;
		const start = cells.slice(0, headingsWithin).findIndex((row) => row.some(isAnchor));
		if (start < 0) return { fault: 'sheet-columns-missing', values: { columns: titlesOf(required) } };
		const headings = cells[start]!.map((cell) => (typeof cell === 'string' ? cell : ''));
		const named = headings.map(readHeading);
		const twice = names.find((name) => named.filter((one) => one === name).length > 1);
		if (twice) return { fault: 'sheet-column-twice', values: { column: titlesOf([twice]) } };
		const missing = required.filter((name) => !named.includes(name));
		if (missing.length) return { fault: 'sheet-columns-missing', values: { columns: titlesOf(missing) } };
		const rows: SheetRow<Name>[] = [];
		const width = headings.findLastIndex((heading) => heading.trim() !== '') + 1;
		for (const [index, row] of cells.entries()) {
			const read = index > start ? readRow(row, named) : undefined;
			const hasMore = row.slice(width).some(isFilled);
			if (!read || !(read.isFilled || hasMore)) continue;
			if (rows.length === rowsMax) return { fault: 'sheet-too-long', values: { max: rowsMax } };
			rows.push({ number: index + 1, cells: read.cells, hasMore });
		}
		if (!rows.length) return { fault: 'sheet-empty' };
		const ignored = headings.filter((heading, at) => heading.trim() && !named[at]).slice(0, 20);
		return { rows, ignored: ignored.map((heading) => [...heading.trim()].slice(0, headingLettersMax).join('')) };
	};
}

function readRow<Name extends string>(row: readonly Cell[], named: readonly (Name | 'mend' | undefined)[]) {
	const found = row.flatMap((cell, at) => {
		const name = named[at];
		return name && name !== 'mend' ? [[name, cell] as const] : [];
	});
	const cells = Object.fromEntries(found) as Partial<Record<Name, Cell>>;
	return { cells, isFilled: found.some(([, cell]) => isFilled(cell)) };
}

export const isFilled = (cell: Cell): boolean => typeof cell !== 'string' || cell.trim() !== '';
