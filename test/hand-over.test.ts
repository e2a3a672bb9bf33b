import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findProcess } from '#platform/embedded-postgres/process';

const setup = join(import.meta.dirname, '../bin/setup.mjs');

/** Lives on until it is told to end, or whoever started it is gone: as a server does. */
const server = `const alive = setInterval(() => {}, 1000);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.once(signal, () => process.exit(7));
	console.log('server', process.pid);`;
const starter = `console.log('starter', process.pid);
	const { handOver } = await import(${JSON.stringify(setup)});
	handOver(process.execPath, ['--eval', ${JSON.stringify(server)}]);`;

/** A shell, as npm starts one; the starter in it; and the server that the starter hands over to. */
async function start() {
	const command = `"${process.execPath}" --input-type=module --eval "$STARTER" & wait $!`;
	const env = { ...process.env, STARTER: starter, npm_command: 'run' };
	const shell = spawn('/bin/sh', ['-c', command], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	const pids = await readPids(shell);
	return { shell: shell.pid!, ...pids, ended: once(shell, 'exit') };
}

async function readPids(shell: ChildProcess) {
	let said = '';
	for await (const text of shell.stdout!) {
		said += text;
		const [starterPid, serverPid] = ['starter', 'server'].map((name) => new RegExp(`^${name} (\\d+)$`, 'm').exec(said));
		if (starterPid && serverPid) return { starter: Number(starterPid[1]), server: Number(serverPid[1]) };
	}
	throw new Error(`nothing was started: ${said}`);
}

async function isGone(pid: number): Promise<boolean> {
	for (let tries = 0; tries < 200 && findProcess(pid); tries++) await wait(50);
	return !findProcess(pid);
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s reaches the server, whose end is ours', async (signal) => {
	const { starter, server, ended } = await start();

	process.kill(starter, signal);

	expect(await ended).toEqual([7, null]);
	expect(await isGone(server)).toBe(true);
});

test.each(['starter', 'shell'] as const)('when the %s is killed, nothing stays behind', async (killed) => {
	const pids = await start();

	process.kill(pids[killed], 'SIGKILL');

	expect([await isGone(pids.server), await isGone(pids.starter)]).toEqual([true, true]);
});
