import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemCaller } from '#platform/actor';
import { writeAudit } from '#platform/audit';
import { type Command, UsageError } from './command.ts';
import { type ImportReport, importVisitFile } from './import-visits.ts';
import { openPrepared } from './open-prepared.ts';
import { reasons } from './visit-rows.ts';

const usage = `vaora visits import FILE

FILE is CSV (comma, semicolon or tab) with the columns place, person, entered_at, left_at in any order.
Times: ISO 8601 (without an offset: Viet Nam's time) or Unix seconds. left_at may be empty.
The same file again adds nothing. The report goes to standard output, progress to standard error.
Exit code: 0 all rows taken, 2 some refused, 1 nothing could be done.`;

export const visitsImport: Command = {
	name: 'visits import',
	summary: 'Nhập lượt vào ra từ tệp CSV · Imports visits from a CSV file',
	run: async (args) => {
		const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
		const [path] = positionals;
		if (!path || positionals.length > 1) throw new UsageError(usage);
		if (!existsSync(path)) throw new UsageError(`There is no file ${path}.\n\n${usage}`);
		const { platform, close } = await openPrepared();
		try {
			const at = platform.clock.now();
			const report = await importVisitFile(platform, path, tellProgress);
			const caller = systemCaller('visits import');
			await writeAudit(platform.db, [
				{ at, operation: 'visits.import', caller, outcome: 'done', persons: [], isLook: false },
			]);
			process.stderr.write('\n');
			for (const line of describeImport(report)) console.log(line);
			return report.refused ? 2 : 0;
		} finally {
			await close();
		}
	},
};

const count = (value: number) => value.toLocaleString('en-GB');

function tellProgress({ rows, refused }: ImportReport): void {
	const line = `${count(rows)} rows, ${count(refused)} refused`;
	process.stderr.write(process.stderr.isTTY ? `\r${line}` : rows % 100_000 < 5_000 ? `${line}\n` : '');
}

/** The report in lines: counts, then every refusal by row and column as far as they were kept. */
export function* describeImport(report: ImportReport): Generator<string> {
	yield `Đã đọc · Read: ${count(report.rows)}`;
	yield `Đã thêm · Added: ${count(report.added)}`;
	yield `Đã có từ trước · There before: ${count(report.repeated)}`;
	yield `Không nhận · Refused: ${count(report.refused)}`;
	for (const [kind, times] of report.reasons) yield `  ${kind}: ${count(times)}`;
	for (const { row, column, reason } of report.refusals) {
		const where =
			column === 'row'
				? { vi: `Dòng ${row}`, en: `row ${row}` }
				: { vi: `Dòng ${row}, cột ${column}`, en: `row ${row}, column ${column}` };
		yield `${where.vi}: ${reasons[reason].vi} · ${where.en}: ${reasons[reason].en}`;
	}
	const told = report.refusals.length;
	const all = [...report.reasons.values()].reduce((sum, times) => sum + times, 0);
	if (all > told) yield `… và ${count(all - told)} lỗi nữa · and ${count(all - told)} more`;
}
