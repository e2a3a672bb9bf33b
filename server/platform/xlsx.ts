import { writeZip, type ZipEntry } from './zip.ts';

export type Row = readonly (string | number | null | undefined)[];

export interface Sheet {
	/** At most 31 letters, none of []:*?/\ */
	name: string;
	/** In letters, one for each column. */
	widths: readonly number[];
	rows: AsyncIterable<Row>;
}

/**
 * Writes a workbook (ECMA-376) row by row: it is compressed on the way, so that a hundred thousand rows need a few
 * megabytes and never hold up the process. Text is written as text cells, which no spreadsheet takes for a formula. The
 * first row of each sheet stays in sight. Sheets are read in their order.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
	const pieces: Buffer[] = [];
	for await (const piece of streamXlsx(sheets)) pieces.push(piece);
	return Buffer.concat(pieces);
}

/** The same piece by piece, for a workbook nobody could hold. A sheet has at most 1,048,576 rows. */
export const streamXlsx = (sheets: readonly Sheet[]): AsyncGenerator<Buffer> => writeZip(partsOf(sheets));

function* partsOf(sheets: readonly Sheet[]): Generator<ZipEntry> {
	for (const [name, xml] of frame(sheets)) yield { name, content: [xml] };
	for (const [index, sheet] of sheets.entries())
		yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What every workbook has beside its sheets. */
function frame(sheets: readonly Sheet[]): [string, string][] {
	const each = (write: (number: number, sheet: Sheet) => string) =>
		sheets.map((sheet, index) => write(index + 1, sheet)).join('');
	return [
		[
			'[Content_Types].xml',
			`${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
		],
		[
			'_rels/.rels',
			`${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		],
		[
			'xl/workbook.xml',
			`${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((number, { name }) => `<sheet name="${toXml(name)}" sheetId="${number}" r:id="r${number}"/>`)}</sheets></workbook>`,
		],
		[
			'xl/_rels/workbook.xml.rels',
			`${head}<Relationships xmlns="${packages}/relationships">${each((number) => `<Relationship Id="r${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
		],
	];
}

async function* sheetXml({ widths, rows }: Sheet): AsyncGenerator<string> {
	const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}"/>`);
	const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
	yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
	yield `<cols>${columns.join('')}</cols><sheetData>`;
	let number = 0;
	for await (const row of rows) yield rowXml(row, ++number);
	yield '</sheetData></worksheet>';
}

function rowXml(row: Row, number: number): string {
	const cells = row.map((value, index) => {
		if (value === null || value === undefined || value === '') return '';
		const at = columnName(index) + number;
		if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
		return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${toXml(value)}</t></is></c>`;
	});
	return `<row r="${number}">${cells.join('')}</row>`;
}

/** A to Z, AA …: the name of a column by its index. */
function columnName(index: number): string {
	const before = Math.floor(index / 26);
	return (before ? columnName(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML has no letter for is written as the format's own `_x0001_` (ECMA-376 22.9.2.19), and nothing is left out. */
const toXml = (text: string): string =>
	text
		.toWellFormed()
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, (letter) => `_x${hex(letter)}_`)
		.replace(/[&<>"]/g, (letter) => entities[letter]!);

const hex = (letter: string) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
