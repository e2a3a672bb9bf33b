import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { ensureCluster, readPassword, serverSettings, socketFolder } from './cluster.ts';
import { findOwner, makeHome } from './owner.ts';
import {
	findPostmaster,
	type Postmaster,
	readLogEnd,
	spawnPostmaster,
	stopPostmaster,
	waitForZombie,
} from './postmaster.ts';
import { alone, leave, register } from './users.ts';

export interface Embedded {
	url: string;
	/** Whether it was set up, started, or found running (its former process was killed, or another one uses it too). */
	state: 'initialised' | 'started' | 'adopted';
	pid: number;
	/** Ends the server in good order, unless another process still uses it. */
	stop(): Promise<void>;
}

export interface EmbeddedOptions {
	/** The data folder; the database lies in `postgres/` inside it. */
	folder: string;
	database: string;
	/** PostgreSQL settings to add or replace. */
	settings?: Record<string, string | number>;
}

/** Starts the embedded PostgreSQL of a data folder, or joins the one that runs there. */
export async function startEmbedded({ folder, database, settings }: EmbeddedOptions): Promise<Embedded> {
	const owner = findOwner();
	const home = makeHome(folder, owner);
	return alone(home, async () => {
		const binaries = findBinaries(home, owner);
		await waitForZombie(home);
		let state: Embedded['state'] = 'adopted';
		let child = { hasExited: () => false };
		if (!findPostmaster(home)) {
			state = ensureCluster(home, binaries, owner) ? 'initialised' : 'started';
			child = await spawnPostmaster(home, binaries.postgres, serverSettings(home, settings), owner);
		}
		const server = await waitUntilReady(home, database, child);
		register(home);
		return { url: urlOf(home, server, database), state, pid: server.pid, stop: () => stop(home, server) };
	});
}

/** The running embedded PostgreSQL of a data folder, for a command that joins it and leaves it running. */
export async function findRunning(folder: string, database = 'vaora'): Promise<{ url: string } | undefined> {
	if (!existsSync(folder)) return undefined;
	const home = makeHome(folder, findOwner());
	const server = findPostmaster(home);
	return server && { url: urlOf(home, server, database) };
}

async function stop(home: string, server: Postmaster): Promise<void> {
	await alone(home, async () => {
		if (leave(home).isLast) await stopPostmaster(server);
	});
}

function urlOf(home: string, { port }: Postmaster, database: string): string {
	const folder = socketFolder(home);
	const socket = folder ? `?host=${encodeURIComponent(folder)}` : '';
	return `postgres://vaora:${readPassword(home)}@127.0.0.1:${port}/${database}${socket}`;
}

/** Waits for a real connection (after a crash PostgreSQL first replays its log) and makes the database. */
async function waitUntilReady(home: string, database: string, child: { hasExited(): boolean }): Promise<Postmaster> {
	for (let tries = 0; tries < 6_000; tries++) {
		if (child.hasExited()) throw new Error(`PostgreSQL did not start:\n${readLogEnd(home)}`);
		const server = findPostmaster(home);
		if (server?.port && (await tryConnect(urlOf(home, server, 'postgres'), database))) return server;
		await wait(50);
	}
	throw new Error(`PostgreSQL was not ready after five minutes:\n${readLogEnd(home)}`);
}

async function tryConnect(url: string, database: string): Promise<boolean> {
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
