import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findRunning, startEmbedded } from './index.ts';
import { findProcess } from './process.ts';

const folder = mkdtempSync(join(tmpdir(), 'vaora-embedded-'));
const children: ChildProcess[] = [];

const script = (then: string) => `
	import { startEmbedded } from '${join(import.meta.dirname, 'index.ts')}';
	const server = await startEmbedded({ folder: '${folder}' });
	console.log(server.state, server.pid);
	${then}`;

/** Another process that starts the server in the same folder, and what it says of it. */
async function startElsewhere(then = 'setInterval(() => {}, 1_000)') {
	const child = spawn(process.execPath, ['--input-type=module', '-e', script(then)], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	children.push(child);
	const text = await new Promise<string>((resolve, reject) => {
		child.stdout.once('data', (data) => resolve(String(data)));
		child.stderr.on('data', (data) => reject(new Error(String(data))));
	});
	const [state, pid] = text.trim().split(' ');
	return { child, state, pid: Number(pid) };
}

const ended = (child: ChildProcess) =>
	vi.waitFor(() => expect(child.exitCode ?? child.signalCode).not.toBeNull(), { timeout: 10_000 });

const goneSoon = (pid: number) => vi.waitFor(() => expect(findProcess(pid)).toBeUndefined(), { timeout: 10_000 });

const dataOwner = () => {
	const { uid, gid } = statSync(join(folder, 'postgres'));
	return process.getuid!() === 0 ? { uid, gid } : {};
};

beforeAll(async () => {
	await (await startEmbedded({ folder })).stop();
});
afterAll(() => {
	for (const child of children) child.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

test('when two processes start it at once, one starts it and the other adopts it', async () => {
	const [one, other] = await Promise.all([startElsewhere(), startElsewhere()]);

	expect([one.state, other.state].sort()).toEqual(['adopted', 'started']);
	expect(other.pid).toBe(one.pid);
	one.child.kill();
	await ended(one.child);
	expect(await findRunning(folder)).toBeDefined();
	other.child.kill();
	await goneSoon(one.pid);
});

test('a server whose process was killed is adopted by the next, and stopped by it', async () => {
	const { child, pid } = await startElsewhere();

	child.kill('SIGKILL');
	const adopted = await startEmbedded({ folder });

	expect(adopted).toMatchObject({ state: 'adopted', pid });
	await adopted.stop();
	expect(findProcess(pid)).toBeUndefined();
});

test.each([
	['is interrupted', 'process.kill(process.pid, "SIGINT"); setInterval(() => {}, 1_000)'],
	['is asked to end', 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1_000)'],
	['fails', 'throw "by intent, in a test"'],
	['leaves by itself', 'process.exit(0)'],
])('a process that %s leaves no server behind', async (_how, then) => {
	const { pid } = await startElsewhere(`setTimeout(() => { ${then} }, 100)`);

	await goneSoon(pid);
});

test('a killed server that nobody has reaped does not keep another from starting', async () => {
	const { child, pid } = await startElsewhere();

	child.kill('SIGSTOP');
	process.kill(pid, 'SIGKILL');

	const server = await startEmbedded({ folder });
	expect(server.state).toBe('started');
	child.kill('SIGKILL');
	await ended(child);
	await server.stop();
	expect(findProcess(server.pid)).toBeUndefined();
});

test('a stranger who got the number of a killed server is neither waited for nor stopped', async () => {
	const stranger = spawn('sleep', ['60'], dataOwner());
	children.push(stranger);
	const file = join(folder, 'postgres/data/postmaster.pid');
	writeFileSync(file, `${stranger.pid}\n${folder}/postgres/data\n1795500000\n5432\n\n127.0.0.1\n\nready\n`);
	if (dataOwner().uid) chownSync(file, dataOwner().uid!, dataOwner().gid!);
	writeFileSync(join(folder, `postgres/users/${stranger.pid}.1.former`), '');

	const server = await startEmbedded({ folder });
	await server.stop();

	expect(server.state).toBe('started');
	expect(findProcess(server.pid)).toBeUndefined();
	expect(findProcess(stranger.pid!)).toBeDefined();
});

test('a query that outlives its killed server delays the next start and does not prevent it', async () => {
	const { child, pid } = await startElsewhere();
	const client = new pg.Client((await findRunning(folder))!.url);
	client.on('error', () => {});
	await client.connect();
	const query = client.query('select count(*) from generate_series(1, 10000000)').catch(() => {});

	child.kill('SIGKILL');
	process.kill(pid, 'SIGKILL');

	const server = await startEmbedded({ folder });
	expect(server.state).toBe('started');
	await server.stop();
	await query;
});
