const bom = '\uFEFF';
/** What a spreadsheet takes for the beginning of a formula, behind any spaces and quotes; also in full width. */
const formula = /^[\s"'\u200B\uFEFF]*[=+\-@＝＋－＠|%]|^[\t\r\n]|^'/u;

/**
 * Writes rows as CSV (RFC 4180) that Excel and others open as text: UTF-8 with a mark, CRLF. A cell that could be taken
 * for a formula gets an apostrophe in front, as does one that begins with an apostrophe; nothing is ever deleted, and
 * `readCell` gives the original back.
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
	const safe = formula.test(value) ? `'${value}` : value;
	return /[",\r\n;\t]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text that was written into a cell. */
export const readCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** A file name every system takes: letters without diacritics, digits and dashes. */
export function safeFileName(name: string, extension: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[đĐ]/g, 'd')
		.replace(/[^A-Za-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80);
	return `${plain || 'vaora'}.${extension}`;
}
