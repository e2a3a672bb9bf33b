import { spawn } from 'node:child_process';
import { fchownSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataFolder, environment } from './cluster.ts';
import type { Owner } from './owner.ts';

export interface Postmaster {
	pid: number;
	port: number;
}

/** The server that runs on this folder, whoever started it. */
export function findPostmaster(home: string): Postmaster | undefined {
	const written = readPidFile(home);
	return written && isAlive(written.pid) ? written : undefined;
}

/** The first line of the file is the process, the fourth the port. */
function readPidFile(home: string): Postmaster | undefined {
	try {
		const lines = readFileSync(join(dataFolder(home), 'postmaster.pid'), 'utf8').split('\n');
		return { pid: Number(lines[0]), port: Number(lines[3]) };
	} catch {
		return undefined;
	}
}

/** A killed process that nobody has reaped still answers to signals, but its state says it is a zombie. */
export function isAlive(pid: number): boolean {
	return state(pid) === 'alive';
}

function state(pid: number): 'alive' | 'zombie' | 'gone' {
	try {
		process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : 'gone';
	}
	try {
		return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')) ? 'zombie' : 'alive';
	} catch {
		return 'alive';
	}
}

/** PostgreSQL takes a zombie for a living server and refuses the folder, so its parent gets time to reap it. */
export async function waitForZombie(home: string): Promise<void> {
	const written = readPidFile(home);
	for (let tries = 0; written && tries < 150 && state(written.pid) === 'zombie'; tries++) await wait(100);
}

/** Starts a server that lives on by itself: a signal from the keyboard is for us, and we stop it in good order. */
export async function spawnPostmaster(
	home: string,
	binary: string,
	settings: string[],
	owner: Owner,
): Promise<{ hasExited(): boolean }> {
	const log = openSync(join(home, 'server.log'), 'a', 0o600);
	if (owner.uid !== undefined) fchownSync(log, owner.uid, owner.gid!);
	const port = String(await findFreePort());
	const child = spawn(binary, ['-D', dataFolder(home), '-p', port, ...settings], {
		...owner,
		stdio: ['ignore', log, log],
		detached: true,
		env: environment,
	});
	let exited = false;
	child.once('exit', () => {
		exited = true;
	});
	child.once('error', () => {
		exited = true;
	});
	child.unref();
	return { hasExited: () => exited };
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

/** Ends the server: it rolls back what is open and writes everything out; past a minute it is ended the hard way. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
	for (const [signal, seconds] of [
		['SIGINT', 60],
		['SIGQUIT', 10],
	] as const) {
		try {
			process.kill(pid, signal);
		} catch {
			return;
		}
		for (let tries = 0; tries < seconds * 50 && isAlive(pid); tries++) await wait(20);
		if (!isAlive(pid)) return;
	}
}

/** The end of the server's log, for the message when it does not start. */
export const readLogEnd = (home: string): string => readFileSync(join(home, 'server.log'), 'utf8').slice(-1_500);
