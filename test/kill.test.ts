import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '#platform/db';
import { type Embedded, startEmbedded } from '#platform/embedded-postgres/index';
import { Connection } from '../bench/connection.ts';
import { makePopulation, type Population } from '../bench/population.ts';

const root = join(import.meta.dirname, '..');
type Settings = Record<string, string>;

test('whoever was told "recorded" is found after server and database were killed under load', async () => {
	const { acknowledged, missing, twice } = await killUnderLoad({});

	expect(acknowledged).toBeGreaterThan(200);
	expect({ missing, twice }).toEqual({ missing: 0, twice: 0 });
}, 120_000);

test('the same test finds lost visits when commits do not wait for the disk', async () => {
	const { acknowledged, missing } = await killUnderLoad({ synchronous_commit: 'off', wal_writer_delay: '10s' });

	expect(acknowledged).toBeGreaterThan(200);
	expect(missing).toBeGreaterThan(0);
}, 120_000);

async function killUnderLoad(settings: Settings) {
	const folder = mkdtempSync(join(tmpdir(), 'vaora-kill-'));
	const database = await startEmbedded({ folder, database: 'vaora', settings });
	const server = await startServer(folder);
	const db = openDatabase({ url: database.url });
	const population = await makePopulation(db, 5_000, 20);
	await db.pool.query('checkpoint');

	const acknowledged: string[] = [];
	const load = Promise.all(Array.from({ length: 16 }, () => checkIn(server.port, population, acknowledged)));
	await wait(2_000);
	killAll(database, server.child);
	await load;
	await db.close().catch(() => {});

	const after = await startEmbedded({ folder, database: 'vaora' });
	const stored = await countStored(after.url, acknowledged);
	await after.stop();
	rmSync(folder, { recursive: true, force: true });
	return {
		acknowledged: acknowledged.length,
		missing: acknowledged.length - stored.visits,
		twice: stored.rows - stored.visits,
	};
}

async function startServer(folder: string): Promise<{ child: ChildProcess; port: number }> {
	const child = spawn(process.execPath, ['server/main.ts', 'serve'], {
		cwd: root,
		env: { ...process.env, VAORA_DATA: folder, DATABASE_URL: '', PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'fatal' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const port = await new Promise<number>((resolve, reject) => {
		child.stdout!.on('data', (text) => {
			const found = /^Vaora: .*:(\d+)$/m.exec(String(text))?.[1];
			if (found) resolve(Number(found));
		});
		child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
	});
	return { child, port };
}

/** People come to random gates, each person once, until nobody answers any more. */
async function checkIn(port: number, { gates, persons }: Population, acknowledged: string[]): Promise<void> {
	const connection = await Connection.open(port);
	try {
		for (;;) {
			const person = persons.pop();
			if (!person) return;
			const { place, token } = gates[Math.floor(Math.random() * gates.length)]!;
			const id = randomUUID();
			const body = JSON.stringify({ id, place, person, at: new Date().toISOString() });
			const { status } = await connection.post('/api/v1/visits.check-in', token, body);
			if (status === 200) acknowledged.push(id);
		}
	} catch {
		// The server is gone, as it should be.
	} finally {
		connection.close();
	}
}

/** Every process of the database at once, so that none writes out what another has promised; and the server. */
function killAll(database: Embedded, server: ChildProcess): void {
	const listed = execFileSync('ps', ['-o', 'pid=', '--ppid', String(database.pid)], { encoding: 'utf8' });
	for (const pid of [database.pid, ...listed.trim().split(/\s+/).map(Number), server.pid!])
		process.kill(pid, 'SIGKILL');
}

async function countStored(url: string, ids: string[]): Promise<{ rows: number; visits: number }> {
	const client = new pg.Client(url);
	await client.connect();
	const { rows } = await client.query(
		`select count(*)::int as rows, count(distinct visit_id)::int as visits
		from visits.visit where visit_id = any ($1::uuid[])`,
		[ids],
	);
	await client.end();
	return rows[0];
}
