import { openInstallation } from '../installation.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
	name: 'migrate',
	summary: 'Nâng cấp cơ sở dữ liệu · Brings the database up to date',
	run: async () => {
		let count = 0;
		const { close, database } = await openInstallation({
			say: (line) => {
				count++;
				console.log(line);
			},
		});
		await close();
		console.log(count ? `${database}: ${count}` : `${database}: không có gì phải làm · nothing to do`);
		return 0;
	},
};
