import { normalise } from './vietnamese.ts';

const bom = '\uFEFF';
/**
 * Where a spreadsheet could begin a formula, behind any spaces, quotes and unseen characters; also in full width. Not
 * only where our cell begins: one that is set to semicolons or tabs overlooks our quotes and begins cells inside ours.
 */
const formula = /(^|[;\t\r\n])(?='|(?:(?![\t\r\n])[\s"'\p{C}])*[=+\-@＝＋－＠|%])/gu;

/**
 * Writes rows as CSV (RFC 4180) that Excel and others open as text: UTF-8 with a mark, CRLF. What could be taken for the
 * beginning of a formula gets an apostrophe in front, and so does an apostrophe that stands there; nothing is ever
 * deleted, and `readCell` gives the original back.
 */
export function writeCsv(rows: Iterable<readonly (string | number | null | undefined)[]>): string {
	let text = bom;
	for (const row of rows) text += writeCsvRow(row);
	return text;
}

/** One row with its line end, for writing piece by piece. */
export const writeCsvRow = (row: readonly (string | number | null | undefined)[]): string =>
	`${row.map(writeCell).join(',')}\r\n`;

function writeCell(value: string | number | null | undefined): string {
	if (value === null || value === undefined) return '';
	// A number of ours is a number; text that looks like one (a phone beginning with +) is not.
	if (typeof value === 'number') return String(value);
	const safe = value.replace(formula, "$1'").replace(/^(?=[\t\r\n])/, "'");
	return /[",\r\n;\t]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text that `writeCsv` wrote into a cell. */
export const readCell = (cell: string): string => cell.replace(/(^|[;\t\r\n])'/g, '$1');

/** A file name every system takes: letters without diacritics, digits and dashes. */
export function safeFileName(name: string, extension: string): string {
	const plain = normalise(name)
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replaceAll('đ', 'd')
		.replaceAll('Đ', 'D')
		.replace(/[^A-Za-z0-9]+/g, '-')
		.slice(0, 80)
		.replace(/^-+|-+$/g, '');
	// Windows keeps a few names for its devices, whatever their extension.
	const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain);
	return `${isDevice ? `vaora-${plain}` : plain || 'vaora'}.${extension}`;
}
