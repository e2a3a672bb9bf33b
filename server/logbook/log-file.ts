import { createHash } from 'node:crypto';
import { type Row, writeXlsx } from '#platform/xlsx';
import { writeCsvRow } from '#shared/text/csv';
import { logColumns } from './log-rows.ts';

export interface LogFile {
	content: Buffer;
	/** Rows below the header. */
	rows: number;
	/** Of the header and the rows as CSV (UTF-8 with its mark), in both formats: it says nobody changed or lost one. */
	sha256: string;
}

/** What stands below the log or beside it: whose it is, who took it away and when. */
export type Watermark = readonly (readonly [string, string])[];

const header = logColumns.map(([title]) => title);
const bom = '\uFEFF';

/** The log as CSV. Behind the rows stand who took it away, how many rows there are, and their SHA-256. */
export async function writeLogCsv(rows: AsyncIterable<readonly string[]>, watermark: Watermark): Promise<LogFile> {
	const counted = countRows(rows);
	const lines: string[] = [];
	for await (const line of counted.lines()) lines.push(line);
	const padding = header.slice(2).map(() => '');
	const trailer = [...watermark, ...counted.manifest()].map((pair) => writeCsvRow([...pair, ...padding]));
	return { content: Buffer.from([...lines, ...trailer].join('')), ...counted.found() };
}

/** The same as a workbook of text cells; who, how many and the SHA-256 stand on a second sheet. */
export async function writeLogXlsx(rows: AsyncIterable<readonly string[]>, watermark: Watermark): Promise<LogFile> {
	const counted = countRows(rows);
	const about = async function* (): AsyncGenerator<Row> {
		yield ['Về tệp này · About this file', ''];
		yield* [...watermark, ...counted.manifest()];
	};
	const content = await writeXlsx([
		{ name: 'Vào ra', widths: logColumns.map(([, width]) => width), rows: counted.rows() },
		{ name: 'Về tệp này', widths: [40, 70], rows: about() },
	]);
	return { content, ...counted.found() };
}

/** Passes rows on, below their header, and keeps count. */
function countRows(rows: AsyncIterable<readonly string[]>) {
	const hash = createHash('sha256').update(bom + writeCsvRow(header));
	let count = 0;
	let sha256 = '';
	const each = async function* (): AsyncGenerator<readonly string[]> {
		yield header;
		for await (const row of rows) {
			hash.update(writeCsvRow(row));
			count++;
			yield row;
		}
		sha256 = hash.digest('hex');
	};
	return {
		rows: each,
		lines: async function* () {
			yield bom;
			for await (const row of each()) yield writeCsvRow(row);
		},
		manifest: (): Watermark => [
			['Số dòng · Rows', String(count)],
			['SHA-256', sha256],
		],
		found: () => ({ rows: count, sha256 }),
	};
}
