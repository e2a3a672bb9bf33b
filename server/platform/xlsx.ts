import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

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
	const files: ZippedFile[] = [];
	for (const [name, xml] of frame(sheets)) files.push(await zip(name, [xml]));
	for (const [index, sheet] of sheets.entries())
		files.push(await zip(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)));
	return joinZip(files);
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

interface ZippedFile {
	name: string;
	deflated: Buffer;
	size: number;
	crc: number;
}

async function zip(name: string, parts: Iterable<string> | AsyncIterable<string>): Promise<ZippedFile> {
	const deflate = createDeflateRaw();
	const deflated: Buffer[] = [];
	deflate.on('data', (piece) => deflated.push(piece));
	const ended = once(deflate, 'end');
	let [size, crc, text] = [0, 0, ''];
	const write = async () => {
		const bytes = Buffer.from(text);
		text = '';
		size += bytes.length;
		crc = crc32(bytes, crc);
		if (!deflate.write(bytes)) await once(deflate, 'drain');
	};
	for await (const part of parts) if ((text += part).length > 65_536) await write();
	await write();
	deflate.end();
	await ended;
	return { name, deflated: Buffer.concat(deflated), size, crc };
}

/** The files behind each other with their list at the end (APPNOTE 4.3); names in UTF-8, the date of no interest. */
function joinZip(files: readonly ZippedFile[]): Buffer {
	const bodies: Buffer[] = [];
	const list: Buffer[] = [];
	let start = 0;
	for (const file of files) {
		const name = Buffer.from(file.name);
		const fields = describeFile(file, name.length);
		const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, file.deflated]);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(start, 10);
		list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, name]));
		bodies.push(body);
		start += body.length;
	}
	const listed = Buffer.concat(list);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(listed.length, 12);
	end.writeUInt32LE(start, 16);
	return Buffer.concat([...bodies, listed, end]);
}

/** What a file's own header and the list say alike, from the version needed on. */
function describeFile({ deflated, size, crc }: ZippedFile, nameLength: number): Buffer {
	const fields = Buffer.alloc(26);
	fields.writeUInt16LE(20, 0);
	fields.writeUInt16LE(0x800, 2);
	fields.writeUInt16LE(8, 4);
	// 1 January 1980, the earliest there is.
	fields.writeUInt16LE(0x21, 8);
	fields.writeUInt32LE(crc, 10);
	fields.writeUInt32LE(deflated.length, 14);
	fields.writeUInt32LE(size, 18);
	fields.writeUInt16LE(nameLength, 22);
	return fields;
}
