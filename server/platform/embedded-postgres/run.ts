import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { atExit } from './at-exit.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster, readPassword } from './cluster.ts';
import type { Home } from './home.ts';
import { type Attempt, findPostmaster, forgetDead, type Postmaster, spawnPostmaster } from './postmaster.ts';
import { type Settings, socketFolder, toArguments } from './settings.ts';

export type State = 'initialised' | 'started' | 'adopted';

interface Wanted {
	home: Home;
	database: string;
	settings?: Settings;
	/** The port it has to have, because others know it already. */
	port?: number;
}

/** What passes by itself: processes of a killed server that are still ending, or a port that was taken a moment ago. */
const passing = /is still in use|Address already in use|lock file .* already exists/;
const secondsForPassing = 30;

/** Has the server of a home running and answering: the one that runs, or a new one. */
export async function ensureRunning({
	home,
	database,
	settings,
	port,
}: Wanted): Promise<Postmaster & { state: State }> {
	const running = await waitUntilReady(home.path, database);
	if (running) return { ...running, state: 'adopted' };
	const binaries = findBinaries(home);
	const state = ensureCluster(home, binaries) ? 'initialised' : 'started';
	for (const until = Date.now() + secondsForPassing * 1_000; ; ) {
		forgetDead(home.path);
		const attempt = await spawnPostmaster(home, binaries.postgres, toArguments(home.path, settings), port);
		const callOff = atExit(() => attempt.child.kill('SIGINT'));
		const server = await waitUntilReady(home.path, database, attempt).finally(callOff);
		if (server) return { ...server, state };
		const reason = attempt.failure()!;
		if (!passing.test(reason) || Date.now() > until) throw new Error(`PostgreSQL did not start:\n${reason}`);
		await wait(500);
	}
}

/** Waits for a real connection (after a crash PostgreSQL first replays its log). Returns nothing when none runs. */
export async function waitUntilReady(
	home: string,
	database: string,
	attempt?: Attempt,
): Promise<Postmaster | undefined> {
	for (const until = Date.now() + 600_000; Date.now() < until; await wait(50)) {
		const server = findPostmaster(home);
		if (server?.port && (await answers(urlOf(home, server, 'postgres'), database))) return server;
		if (attempt ? attempt.failure() !== undefined : !server) return undefined;
	}
	throw new Error(`PostgreSQL was not ready after ten minutes. Its log: ${home}/server.log`);
}

export function urlOf(home: string, { port }: Postmaster, database: string): string {
	const folder = socketFolder(home);
	const socket = folder ? `?host=${encodeURIComponent(folder)}` : '';
	return `postgres://vaora:${readPassword(home)}@127.0.0.1:${port}/${encodeURIComponent(database)}${socket}`;
}

/** Whether the server takes a connection; it then also has the database. */
async function answers(url: string, database: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
	client.on('error', () => {});
	try {
		await client.connect();
		const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
		if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
		return true;
	} catch (error) {
		// A wrong password never becomes right; everything else may be a server that is still starting.
		if ((error as { code?: string }).code === '28P01') throw error;
		return false;
	} finally {
		await client.end().catch(() => {});
	}
}
