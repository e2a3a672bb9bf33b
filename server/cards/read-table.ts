import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { Problem } from '#platform/problem';

/** A table as cells of text, its first row on top. */
export type Table = string[][];

/** What a spreadsheet may unpack to, and how large a table may be. */
const unpackedMax = 40_000_000;
export const rowsMax = 2_000;
const columnsMax = 50;
const cellMax = 1_000;

/**
 * The cells of an XLSX file's first sheet, or of CSV in UTF-8 parted by comma, semicolon or tab. Days become
 * `dd/MM/yyyy`. Throws `sheet-unreadable` for anything else and `sheet-too-long` for more than 2,000 rows.
 */
export async function readTable(content: Buffer): Promise<Table> {
	const table = content.subarray(0, 2).equals(zipMark) ? await readXlsx(content) : readCsv(content);
	// Rows of nothing at the end of a sheet are no rows.
	while (table.at(-1)?.every((cell) => cell === '')) table.pop();
	if (table.length > rowsMax + 1) throw new Problem('sheet-too-long', { values: { max: rowsMax } });
	return table;
}

const zipMark = Buffer.from('PK');

async function readXlsx(content: Buffer): Promise<Table> {
	if (unpackedSize(content) > unpackedMax) throw new Problem('sheet-unreadable');
	const rows = await readSheet(content).catch((cause) => {
		throw new Problem('sheet-unreadable', { cause });
	});
	return rows.map((row) => row.slice(0, columnsMax).map(toText));
}

function toText(cell: unknown): string {
	if (cell instanceof Date) return cell.toISOString().replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3/$2/$1');
	return String(cell ?? '')
		.trim()
		.slice(0, cellMax);
}

/** What the archive's own list says its files have: a small file may hide a huge one. Infinite where there is no list. */
function unpackedSize(zip: Buffer): number {
	const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	if (end < 0 || end + 20 > zip.length) return Number.POSITIVE_INFINITY;
	let size = 0;
	for (let at = zip.readUInt32LE(end + 16); at + 46 <= end && zip.readUInt32LE(at) === 0x02014b50; )
		[size, at] = [
			size + zip.readUInt32LE(at + 24),
			at + 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
		];
	return size;
}

function readCsv(content: Buffer): Table {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
		const [head = ''] = text.split(/[\r\n]/, 1);
		const delimiter = [',', ';', '\t'].reduce((best, one) =>
			head.split(one).length > head.split(best).length ? one : best,
		);
		const rows: string[][] = parse(text, {
			delimiter,
			relax_column_count: true,
			// One more than may be, to be told from exactly so many.
			to: rowsMax + 2,
			max_record_size: columnsMax * cellMax,
		});
		return rows.map((row) => row.slice(0, columnsMax).map(toText));
	} catch (cause) {
		throw new Problem('sheet-unreadable', { cause });
	}
}
