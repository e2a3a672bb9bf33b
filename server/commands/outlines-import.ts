import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadOutlines, readFeatures } from '#outlines';
import { type Command, UsageError } from './command.ts';
import { openPrepared } from './open-prepared.ts';

const usage = `vaora outlines import FILE… [--code PROPERTY]

Each FILE is GeoJSON or TopoJSON with the outlines of provinces or communes under the codes of the statistics office.`;

const shown = 20;

export const outlinesImport: Command = {
	name: 'outlines import',
	summary: 'Nạp đường ranh các đơn vị cho bản đồ · Loads outlines of areas for maps',
	run: async (args) => {
		const { positionals, values } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { code: { type: 'string' } },
		});
		if (!positionals.length) throw new UsageError(usage);
		const { platform, close } = await openPrepared();
		try {
			let strange = 0;
			for (const path of positionals) {
				const text = await readFile(path, 'utf8').catch((error) => {
					throw new UsageError(`${path}: ${error.code}`);
				});
				const { loaded, unknown } = await loadOutlines(
					platform.db,
					readFeatures(text, values.code),
					platform.clock.now(),
				);
				strange += unknown.length;
				console.log(`${path}: đã nạp · loaded ${loaded}; mã lạ · unknown codes ${unknown.length}`);
				if (unknown.length) console.log(`  ${unknown.slice(0, shown).join(' ')}${unknown.length > shown ? ' …' : ''}`);
			}
			return strange ? 2 : 0;
		} finally {
			await close();
		}
	},
};
