import { parseArgs } from 'node:util';
import { importAreaFile } from '#areas';
import { openInstallation } from '../installation.ts';
import { type Command, UsageError } from './command.ts';

const usage = `vaora areas import FILE…

Each FILE is a table of the statistics office as CSV: units, or which old unit became which new one.`;

export const areasImport: Command = {
	name: 'areas import',
	summary: 'Nhập danh mục hành chính · Imports administrative units',
	run: async (args) => {
		const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
		if (!positionals.length) throw new UsageError(usage);
		const { platform, close } = await openInstallation();
		try {
			let refused = 0;
			for (const path of positionals) {
				const report = await importAreaFile(platform.db, path).catch((error) => {
					console.error(path);
					throw error;
				});
				refused += report.refused.length;
				const added = Object.entries(report.added).map(([level, count]) => `${level} ${count}`);
				console.log(
					`${path}: ${added.join(', ')}; đổi · changed ${report.changed}; liên kết · links +${report.linksAdded} −${report.linksRemoved}`,
				);
				for (const { line, column, vi, en } of report.refused)
					console.log(`  Dòng ${line}, cột ${column}: ${vi} · row ${line}, column ${column}: ${en}`);
			}
			return refused ? 2 : 0;
		} finally {
			await close();
		}
	},
};
