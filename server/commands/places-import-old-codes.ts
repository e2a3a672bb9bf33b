import { createReadStream, existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { importOldCodes } from '#places';
import { systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { type Command, UsageError } from './command.ts';
import { openPrepared } from './open-prepared.ts';

const usage = `vaora places import-old-codes FILE

FILE is CSV (comma, semicolon or tab) with the columns system, old_id, place_code in any order.
system: tokhaiyte or pccovid. old_id: the id, or the whole address the old code holds. place_code: K7QF-2M9X-4.
The same file again adds nothing. Exit code: 0 all rows taken, 2 some refused, 1 nothing could be done.`;

const columns = ['system', 'old_id', 'place_code'] as const;
const rowsAtOnce = 1_000;

export const placesImportOldCodes: Command = {
	name: 'places import-old-codes',
	summary: 'Nhập mã địa điểm cũ · Imports place codes of tokhaiyte.vn and PC-Covid',
	run: async (args) => {
		const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
		const [path] = positionals;
		if (!path || positionals.length > 1) throw new UsageError(usage);
		if (!existsSync(path)) throw new UsageError(`There is no file ${path}.\n\n${usage}`);
		const { platform, close } = await openPrepared();
		try {
			const report = await importOldCodeFile(platform, path, ({ row, column }) =>
				console.log(`Dòng ${row}, cột ${column}: không hợp lệ · row ${row}, column ${column}: not valid`),
			);
			console.log(
				`Thêm · Added ${report.added}; đổi · changed ${report.changed}; không nhận · refused ${report.refused}`,
			);
			return report.refused ? 2 : 0;
		} finally {
			await close();
		}
	},
};

/** Rows are counted as spreadsheets do: the header is row 1. */
export async function importOldCodeFile(
	platform: Platform,
	path: string,
	tell: (refused: { row: number; column: string }) => void,
): Promise<{ added: number; changed: number; refused: number }> {
	const report = { added: 0, changed: 0, refused: 0 };
	let waiting: { row: number; cells: string[] }[] = [];
	const send = async () => {
		if (!waiting.length) return;
		const rows = waiting.map(({ cells: [system = '', oldId = '', placeCode = ''] }) => ({ system, oldId, placeCode }));
		const answer = await call(platform, importOldCodes, systemCaller('places import-old-codes'), { rows });
		report.added += answer.added;
		report.changed += answer.changed;
		report.refused += answer.refused.length;
		for (const { row, column } of answer.refused) tell({ row: waiting[row - 1]!.row, column });
		waiting = [];
	};
	let at: number[] | undefined;
	let row = 0;
	for await (const cells of createReadStream(path).pipe(readCsv()) as AsyncIterable<string[]>) {
		row++;
		if (!at) {
			at = readHeader(cells);
			continue;
		}
		if (cells.every((cell) => !cell.trim())) continue;
		waiting.push({ row, cells: at.map((index) => (cells[index] ?? '').slice(0, 400)) });
		if (waiting.length === rowsAtOnce) await send();
	}
	await send();
	return report;
}

const readCsv = () =>
	parse({ delimiter: [',', ';', '\t'], bom: true, trim: true, relax_column_count: true, relax_quotes: true });

function readHeader(cells: string[]): number[] {
	const names = cells.map((cell) => cell.trim().toLowerCase());
	const missing = columns.find((column) => !names.includes(column));
	if (missing) throw new UsageError(`The first line must name the columns ${columns.join(', ')}.\n\n${usage}`);
	return columns.map((column) => names.indexOf(column));
}
