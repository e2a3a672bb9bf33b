import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startEmbedded } from '#platform/embedded-postgres/index';
import { type Installation, openInstallation } from '../server/installation.ts';
import { modules } from '../server/modules.ts';

export interface Bench extends Installation {
	/** Where the server process listens. */
	port: number;
}

/** A fresh installation in a folder of its own, with the server in its own process, as in production. */
export async function openBench(): Promise<Bench> {
	const folder = mkdtempSync(join(tmpdir(), 'vaora-bench-'));
	process.env.VAORA_DATA = folder;
	process.env.LOG_LEVEL = 'error';
	const database = await startEmbedded({ folder, database: 'vaora' });
	const installation = await openInstallation();
	for (const module of modules) await module.prepare?.(installation.platform);
	await makePlainTable(installation);
	const server = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const port = await readPort(server);
	return {
		...installation,
		port,
		close: async () => {
			const ended = new Promise((resolve) => server.once('exit', resolve));
			server.kill('SIGTERM');
			await ended;
			// A section that broke may hold a connection for good.
			await Promise.race([installation.close(), setTimeout(5_000, undefined, { ref: false })]);
			await database.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** The baseline writes the same columns with the same keys into the same kind of partitions. */
async function makePlainTable({ platform }: Installation): Promise<void> {
	const client = await platform.db.connect();
	await client.query('create schema bench');
	await client.query(`create table bench.visit (like visits.visit including defaults) partition by range (entered_at)`);
	await client.query('alter table bench.visit add primary key (place_id, entered_at, person_id)');
	await client.query('create index on bench.visit (person_id, entered_at)');
	await client.query("select platform.ensure_days('bench.visit', current_date - 1, current_date + 1)");
	await client.query('create table bench.entry (like audit.entry including defaults)');
	await client.query('alter table bench.entry add primary key (at, entry_id)');
	client.release();
}

function readPort(server: ChildProcess): Promise<number> {
	return new Promise((resolve, reject) => {
		server.stdout!.on('data', (text) => {
			const port = /port (\d+)/.exec(String(text))?.[1];
			if (port) resolve(Number(port));
		});
		server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
	});
}
