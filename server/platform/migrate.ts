import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type { Database } from './db.ts';
import { splitStatements } from './split-statements.ts';
import { sql } from './sql.ts';

const folder = join(import.meta.dirname, '../../migrations');

export interface MigrationState {
	applied: string[];
	pending: string[];
}

/** What has been applied and what has not. Throws when an applied file was changed afterwards. */
export async function readMigrationState(db: Database): Promise<MigrationState> {
	const exists = await db.find(sql`select 1 from information_schema.tables
		where table_schema = 'platform' and table_name = 'migration'`);
	const stored = exists
		? await db.rows(sql<{ name: string; hash: string }>`select name, hash from platform.migration`)
		: [];
	const hashes = new Map(stored.map((row) => [row.name, row.hash]));
	const files = listFiles();
	for (const { name, hash } of files)
		if (hashes.has(name) && hashes.get(name) !== hash)
			throw new Error(`The migration ${name} was changed after it had been applied. Add a new one instead.`);
	return {
		applied: files.filter(({ name }) => hashes.has(name)).map(({ name }) => name),
		pending: files.filter(({ name }) => !hashes.has(name)).map(({ name }) => name),
	};
}

/** Applies what is pending, each file in a transaction. Two servers starting at once wait for each other. */
export async function migrate(db: Database, say: (line: string) => void = () => {}): Promise<void> {
	const client = await db.connect();
	try {
		await client.query('set statement_timeout = 0; set lock_timeout = 0');
		await client.query("select pg_advisory_lock(hashtext('vaora migrate'))");
		const { pending } = await readMigrationState(db);
		for (const { name, hash, text } of listFiles().filter((file) => pending.includes(file.name))) {
			await client.query('begin');
			// Citus wants this before several schema changes in one transaction; plain PostgreSQL accepts the unknown setting.
			await client.query("set local citus.multi_shard_modify_mode = 'sequential'");
			for (const statement of splitStatements(text)) await client.query(statement);
			await client.query('insert into platform.migration (name, hash, applied_at) values ($1, $2, now())', [
				name,
				hash,
			]);
			await client.query('commit');
			say(name);
		}
	} catch (error) {
		await client.query('rollback').catch(() => {});
		throw error;
	} finally {
		client.release(true);
	}
	await runMigrations({ pgPool: db.pool });
}

function listFiles() {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.sql'))
		.sort()
		.map((name) => {
			const text = readFileSync(join(folder, name), 'utf8');
			return { name, text, hash: createHash('sha256').update(text).digest('hex') };
		});
}
