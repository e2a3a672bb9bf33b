import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importIssuers } from '#cards';
import { systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import { type Command, UsageError } from './command.ts';
import { openPrepared } from './open-prepared.ts';

const usage = `vaora trust import FILE [--replace]

FILE holds PEM certificates, or a JSON list of issuers (server/cards/README.md says which forms). With --replace it is
the whole list: issuers that are not in it no longer hold.`;

export const trustImport: Command = {
	name: 'trust import',
	summary: 'Nạp nơi cấp chứng nhận tin cậy · Loads trusted issuers of health certificates',
	run: async (args) => {
		const { positionals, values } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { replace: { type: 'boolean', default: false } },
		});
		const [path] = positionals;
		if (!path || positionals.length > 1) throw new UsageError(usage);
		const list = await readFile(path, 'utf8').catch((error) => {
			throw new UsageError(`${path}: ${error.code}`);
		});
		const { platform, close } = await openPrepared();
		try {
			const input = { list, replace: values.replace };
			const { loaded, removed, faults } = await call(platform, importIssuers, systemCaller('trust import'), input);
			console.log(`Đã nạp · loaded ${loaded}; đã bỏ · removed ${removed}; lỗi · faults ${faults.length}`);
			for (const { entry, text } of faults) console.log(`  Mục ${entry}: ${text.vi} · entry ${entry}: ${text.en}`);
			return faults.length ? 2 : 0;
		} finally {
			await close();
		}
	},
};
