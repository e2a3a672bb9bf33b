import { type ChildProcess, spawn } from 'node:child_process';
import {
	closeSync,
	existsSync,
	fchownSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataFolder, environment } from './cluster.ts';
import type { Home } from './home.ts';
import { findProcess } from './process.ts';

export interface Postmaster {
	pid: number;
	port: number;
}

const pidFile = (home: string) => join(dataFolder(home), 'postmaster.pid');
const logFile = (home: string) => join(home, 'server.log');
const logBytesMax = 10_000_000;

/** The server that runs on this home, whoever started it. */
export function findPostmaster(home: string): Postmaster | undefined {
	const written = readPidFile(home);
	return written && isServerOf(home, written.pid) ? written : undefined;
}

/** The first line of the file is the process, the fourth the port. */
function readPidFile(home: string): Postmaster | undefined {
	try {
		const lines = readFileSync(pidFile(home), 'utf8').split('\n');
		return { pid: Number(lines[0]), port: Number(lines[3]) };
	} catch {
		return undefined;
	}
}

function isServerOf(home: string, pid: number): boolean {
	const { args = [] } = findProcess(pid) ?? {};
	return args[args.indexOf('-D') + 1] === dataFolder(home);
}

/**
 * PostgreSQL refuses a folder whose pid file names any process that answers: a killed server that nobody has reaped, or
 * a stranger who got its number after a reboot. The file goes only when the kernel says that this is no server of ours,
 * and behind that PostgreSQL itself still refuses while any process of the former server holds its shared memory. The
 * former server's socket files are of no more use either.
 */
export function forgetDead(home: string): void {
	const written = readPidFile(home);
	if (written && existsSync(`/proc/${written.pid}`) && !isServerOf(home, written.pid)) rmSync(pidFile(home));
	for (const name of readdirSync(home)) if (name.startsWith('.s.PGSQL.')) rmSync(join(home, name));
}

export interface Attempt {
	child: ChildProcess;
	/** Why it ended, when it did. */
	failure(): string | undefined;
}

/** Starts a server that lives on by itself: a signal from the keyboard is for us, and we stop it in good order. */
export async function spawnPostmaster(home: Home, binary: string, args: string[], port?: number): Promise<Attempt> {
	const path = logFile(home.path);
	if (existsSync(path) && statSync(path).size > logBytesMax) renameSync(path, `${path}.1`);
	const log = openSync(path, 'a', 0o600);
	if (home.owner.uid !== undefined) fchownSync(log, home.owner.uid, home.owner.gid!);
	const begin = statSync(path).size;
	const all = ['-D', dataFolder(home.path), '-p', String(port ?? (await findFreePort())), ...args];
	const stdio = ['ignore' as const, log, log];
	const child = spawn(binary, all, { ...home.owner, stdio, detached: true, cwd: home.path, env: environment });
	closeSync(log);
	child.unref();
	let failure: (() => string) | undefined;
	child.once('error', (error) => {
		failure = () => error.message;
	});
	child.once('exit', () => {
		failure = () => readFileSync(path).subarray(begin).toString().slice(-1_500);
	});
	return { child, failure: () => failure?.() };
}

function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => resolve(port));
		});
	});
}

/** Ends the server: it rolls back what is open and writes everything out. Past a minute it is ended the hard way. */
export async function stopPostmaster(home: string): Promise<void> {
	for (const { signal, seconds } of [
		{ signal: 'SIGINT', seconds: 60 },
		{ signal: 'SIGQUIT', seconds: 10 },
	] as const) {
		const server = sendSignal(home, signal);
		if (!server) return;
		for (let tries = 0; tries < seconds * 50 && findProcess(server.pid); tries++) await wait(20);
	}
}

/** Sends the server of this home a signal; says which one got it. */
export function sendSignal(home: string, signal: NodeJS.Signals): Postmaster | undefined {
	const server = findPostmaster(home);
	if (server) process.kill(server.pid, signal);
	return server;
}
