import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemCaller } from '#platform/actor';
import { writeAudit } from '#platform/audit';
import { formatNumber } from '#shared/language';
import { type Command, UsageError } from './command.ts';
import { describeImport } from './describe-import.ts';
import { type ImportReport, importVisitFile } from './import-visits.ts';
import { openPrepared } from './open-prepared.ts';

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

function tellProgress({ rows, refused }: ImportReport): void {
	const line = `${formatNumber(rows, 'en')} rows, ${formatNumber(refused, 'en')} refused`;
	process.stderr.write(process.stderr.isTTY ? `\r${line}` : rows % 100_000 < 5_000 ? `${line}\n` : '');
}
