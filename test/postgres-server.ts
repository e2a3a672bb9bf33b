import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../server/platform/db.ts';
import { startEmbedded } from '../server/platform/embedded-postgres/index.ts';
import { migrate } from '../server/platform/migrate.ts';

/** One PostgreSQL for a whole test run; each test file makes a database of its own on it, copied from a migrated one. */
export default async function setup(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), 'vaora-postgres-'));
	const server = await startEmbedded({ folder, database: 'postgres' });
	await makeMigrated(server.url);
	project.provide('postgresUrl', server.url);
	return async () => {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}

/** Nobody is connected to it afterwards: only such a database can be copied. */
async function makeMigrated(url: string): Promise<void> {
	const server = openDatabase({ url, connections: 1 });
	await server.pool.query('create database migrated');
	await server.close();
	const there = new URL(url);
	there.pathname = '/migrated';
	const migrated = openDatabase({ url: there.href, connections: 3 });
	await migrate(migrated);
	await migrated.close();
}
