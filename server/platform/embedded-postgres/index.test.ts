import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Embedded, findRunning, startEmbedded } from './index.ts';
import { isAlive } from './postmaster.ts';

let folder: string;
const started: Embedded[] = [];

async function start(): Promise<Embedded> {
	const server = await startEmbedded({ folder, database: 'vaora' });
	started.push(server);
	return server;
}

async function ask(url: string, text: string) {
	const client = new pg.Client(url);
	await client.connect();
	const { rows } = await client.query(text);
	await client.end();
	return rows;
}

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'vaora-embedded-'));
});

afterAll(async () => {
	await started.at(-1)?.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('the first start sets the database up, durable and in Unicode', async () => {
	const server = await start();

	expect(server.state).toBe('initialised');
	expect(await ask(server.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
	expect(await ask(server.url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
	expect(await ask(server.url, "select lower('NGUYỄN THỊ ĐỨC') as name")).toEqual([{ name: 'nguyễn thị đức' }]);
});

test('a command joins the running server', async () => {
	expect((await findRunning(folder))?.url).toBe(started.at(-1)!.url);
});

test('two that start at once share one server, and it lives until both have left', async () => {
	const [one, other] = await Promise.all([start(), start()]);

	expect(one.pid).toBe(other.pid);
	expect(one.state).toBe('adopted');
});

test('after it was stopped it starts again and kept what was written', async () => {
	const before = started.at(-1)!;
	await ask(before.url, 'create table kept as select 1 as one');

	await before.stop();
	expect(isAlive(before.pid)).toBe(false);
	expect(await findRunning(folder)).toBeUndefined();
	const after = await start();

	expect(after.state).toBe('started');
	expect(await ask(after.url, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('after it was killed it recovers what was committed', async () => {
	const before = started.at(-1)!;
	await ask(before.url, 'create table survived as select g from generate_series(1, 1000) g');

	process.kill(before.pid, 'SIGKILL');
	const after = await start();

	expect(await ask(after.url, 'select count(*)::int as rows from survived')).toEqual([{ rows: 1000 }]);
});

test('stopping ends at once when somebody else has already killed the server', async () => {
	const server = started.at(-1)!;
	process.kill(server.pid, 'SIGKILL');

	await server.stop();

	expect(isAlive(server.pid)).toBe(false);
});
