import { parse } from 'csv-parse/sync';
import { readSheet as readXlsx } from 'read-excel-file/node';
import { readCell } from '#shared/text/csv';
import { unpackedSize } from './zip.ts';

/** What stands in a cell. A date (`YYYY-MM-DD`) or a formula is not what a person wrote, so it is told apart. */
export type Cell = string | { odd: 'date'; day: string } | { odd: 'formula' };

export type FileFault = 'sheet-unreadable' | 'sheet-not-utf8' | 'sheet-old-excel';

/** A spreadsheet file as rows of cells, or why it is none. */
export async function readCells(content: Uint8Array): Promise<Cell[][] | { fault: FileFault }> {
	const starts = (...bytes: number[]) => bytes.every((byte, index) => content[index] === byte);
	if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { fault: 'sheet-old-excel' };
	if (starts(0x50, 0x4b)) return readWorkbook(content);
	return readText(content, starts(0xff, 0xfe) ? 'utf-16le' : starts(0xfe, 0xff) ? 'utf-16be' : 'utf-8');
}

/** Packed a thousand times smaller, a file could fill the memory. */
const unpackedMax = 200 * 1024 * 1024;

async function readWorkbook(content: Uint8Array): Promise<Cell[][] | { fault: FileFault }> {
	const size = unpackedSize(content);
	if (size === undefined || size > unpackedMax) return { fault: 'sheet-unreadable' };
	try {
		const rows = await readXlsx(Buffer.from(content), { trim: false });
		return rows.map((row) => row.map(toCell));
	} catch {
		return { fault: 'sheet-unreadable' };
	}
}

function toCell(value: unknown): Cell {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return { odd: 'date', day: value.toISOString().slice(0, 10) };
	return String(value);
}

function readText(content: Uint8Array, encoding: string): Cell[][] | { fault: FileFault } {
	let text: string;
	try {
		text = new TextDecoder(encoding, { fatal: true }).decode(content);
	} catch {
		return { fault: isBinary(content) ? 'sheet-unreadable' : 'sheet-not-utf8' };
	}
	if (text.includes('\0')) return { fault: 'sheet-unreadable' };
	try {
		const rows: string[][] = parse(text, { delimiter: delimiterOf(text), relax_column_count: true });
		return rows.map((row) => row.map(toTextCell));
	} catch {
		return { fault: 'sheet-unreadable' };
	}
}

/** A picture or a PDF has bytes no text has. */
const isBinary = (content: Uint8Array): boolean => content.subarray(0, 2_000).some((byte) => byte < 9);

/** The sign that parts most cells in the first line with any; some spreadsheets say it in a line of its own: `sep=;`. */
function delimiterOf(text: string): string {
	const line = text.split(/[\r\n]+/, 30).find((one) => /[,;\t]/.test(one)) ?? '';
	return [',', ';', '\t'].reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best));
}

/** `="0901"` is how people keep a spreadsheet from dropping the zero; what else begins so is a formula. */
function toTextCell(written: string): Cell {
	const kept = /^\s*="([^"]*)"\s*$/.exec(written)?.[1];
	if (kept !== undefined) return kept;
	return /^\s*=/.test(written) ? { odd: 'formula' } : readCell(written);
}
