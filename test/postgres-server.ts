import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../server/platform/embedded-postgres/index.ts';

/** One PostgreSQL for a whole test run; each test file makes a database of its own on it. */
export default async function setup(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), 'vaora-postgres-'));
	const server = await startEmbedded({ folder, database: 'postgres' });
	project.provide('postgresUrl', server.url);
	return async () => {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}
