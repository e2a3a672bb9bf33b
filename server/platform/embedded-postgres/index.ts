import { setTimeout as wait } from 'node:timers/promises';
import { atExit } from './at-exit.ts';
import { findHome, makeHome } from './home.ts';
import { alone } from './lock.ts';
import { findPostmaster, sendSignal, stopPostmaster } from './postmaster.ts';
import { ensureRunning, type State, urlOf, waitUntilReady } from './run.ts';
import type { Settings } from './settings.ts';
import { enter } from './users.ts';

export interface Embedded {
	url: string;
	/** Whether it was set up, started, or found running (its former process was killed, or another one uses it too). */
	state: State;
	pid: number;
	/** Ends the server in good order, unless somebody else still uses it. */
	stop(): Promise<void>;
}

interface EmbeddedOptions {
	/** The data folder; the database lies in `postgres/` inside it. */
	folder: string;
	database?: string;
	/** PostgreSQL settings to add or replace. */
	settings?: Settings;
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs there, and keeps it running until
 * `stop()`: a server that was killed is started again at the same address. If this process ends without `stop()`, the
 * server is told to end too; if it is killed, the next one to start adopts the server.
 */
export async function startEmbedded({ folder, database = 'vaora', settings }: EmbeddedOptions): Promise<Embedded> {
	const home = makeHome(folder);
	const wanted = { home, database, settings };
	const leave = enter(home);
	const callOff = atExit(() => leave().isLast && sendSignal(home.path, 'SIGINT'));
	let watch: NodeJS.Timeout | undefined;
	let hasStopped = false;

	const stop = () =>
		alone(home.path, async () => {
			hasStopped = true;
			clearInterval(watch);
			callOff();
			if (leave().isLast) await stopPostmaster(home.path);
		});
	const starting = alone(home.path, () => ensureRunning(wanted));
	const { state, ...server } = await starting.catch(async (error) => {
		await stop();
		throw error;
	});
	const embedded = { url: urlOf(home.path, server, database), state, pid: server.pid, stop };
	const restart = async () => {
		if (hasStopped) return;
		embedded.pid = (await ensureRunning({ ...wanted, port: server.port })).pid;
		console.error('PostgreSQL had ended by itself and runs again.');
	};
	watch = whenGone(home.path, () => alone(home.path, restart));
	return embedded;
}

/** The running embedded PostgreSQL of a data folder, for a command that joins it and leaves it running. */
export async function findRunning(folder: string, database = 'vaora'): Promise<{ url: string } | undefined> {
	const home = findHome(folder);
	if (!home) return undefined;
	const server = await waitUntilReady(home, database);
	return server && { url: urlOf(home, server, database) };
}

/** Looks every second whether the server is still there (the kernel kills it when memory is short) and restarts it. */
function whenGone(home: string, restart: () => Promise<void>): NodeJS.Timeout {
	let isBusy = false;
	const look = async () => {
		if (isBusy || findPostmaster(home)) return;
		isBusy = true;
		try {
			await restart();
		} catch (error) {
			console.error(`PostgreSQL ended by itself and does not start again: ${(error as Error).message}`);
			await wait(10_000, undefined, { ref: false });
		}
		isBusy = false;
	};
	return setInterval(look, 1_000).unref();
}
