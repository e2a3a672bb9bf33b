import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { type Embedded, findRunning, startEmbedded } from './index.ts';
import { findProcess } from './process.ts';

const folder = mkdtempSync(join(tmpdir(), 'vaora-embedded-'));
const started: Embedded[] = [];

async function start(): Promise<Embedded> {
	const server = await startEmbedded({ folder });
	started.push(server);
	return server;
}

async function ask(url: string, text: string, values: unknown[] = []) {
	const client = new pg.Client(url);
	client.on('error', () => {});
	try {
		await client.connect();
		return (await client.query(text, values)).rows;
	} finally {
		await client.end().catch(() => {});
	}
}

afterAll(async () => {
	for (const server of started) await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('two that start at once in a new folder share one server, which lives until both have left', async () => {
	const [one, other] = await Promise.all([start(), start()]);

	expect([one.state, other.state].sort()).toEqual(['adopted', 'initialised']);
	expect(other.url).toBe(one.url);
	await one.stop();
	expect(await ask(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
	await other.stop();
	expect(findProcess(other.pid)).toBeUndefined();
	expect(await findRunning(folder)).toBeUndefined();
});

test('the database is durable, checks what it reads, and knows letters of every language', async () => {
	const { url, state } = await start();

	expect(state).toBe('started');
	for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'])
		expect(await ask(url, `select current_setting('${setting}') as is`)).toEqual([{ is: 'on' }]);
	expect(await ask(url, "select lower('NGUYỄN THỊ ĐỨC') as name")).toEqual([{ name: 'nguyễn thị đức' }]);
});

test('a command joins the running server and does not own it', async () => {
	expect(await findRunning(folder)).toEqual({ url: started.at(-1)!.url });
});

test('a folder without a database has none running, and looking makes none', async () => {
	expect(await findRunning(join(folder, 'elsewhere'))).toBeUndefined();
	expect(() => readFileSync(join(folder, 'elsewhere'))).toThrow('ENOENT');
});

test('what people wrote does not reach the log, not even in an error', async () => {
	const { url } = started.at(-1)!;

	await expect(ask(url, "select 'Cao Văn Ổi'::int")).rejects.toThrow('Cao Văn Ổi');
	await expect(ask(url, 'select $1::text::date', ['0912345678'])).rejects.toThrow('0912345678');
	await expect(ask(url, "do $$ begin raise 'Mít %', 7; end $$")).rejects.toThrow('Mít 7');

	expect(readFileSync(join(folder, 'postgres/server.log'), 'utf8')).not.toMatch(/Ổi|0912345678|Mít/);
});

test('after it was stopped it starts again and kept what was written', async () => {
	const before = started.at(-1)!;
	await ask(before.url, 'create table kept as select 1 as one');

	await before.stop();
	const after = await start();

	expect(after.state).toBe('started');
	expect(await ask(after.url, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('a server that is killed comes back at its address with all that was committed', async () => {
	const server = started.at(-1)!;
	const { pid } = server;
	await ask(server.url, 'create table survived as select g from generate_series(1, 1000) g');

	process.kill(pid, 'SIGKILL');

	const count = () => ask(server.url, 'select count(*)::int as rows from survived');
	await vi.waitFor(async () => expect(await count()).toEqual([{ rows: 1000 }]), { timeout: 15_000, interval: 200 });
	await vi.waitFor(() => expect(server.pid).not.toBe(pid));
});

test('stopping ends at once when somebody else has already killed the server', async () => {
	const server = started.at(-1)!;

	process.kill(server.pid, 'SIGKILL');
	await server.stop();

	expect(await findRunning(folder)).toBeUndefined();
});
