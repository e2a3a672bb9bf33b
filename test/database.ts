import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/db';
import { createKeyFile, openKeys, readKeyFile } from '#platform/keys';
import { openMetrics } from '#platform/metrics';
import { migrate } from '#platform/migrate';
import type { Platform } from '#platform/platform';

/** A whole installation of its own on the test run's PostgreSQL: empty but migrated, with a clock that stands still. */
export interface TestPlatform extends Platform {
	clock: Clock & { set(time: string): void };
	/** The text messages that would have gone out, the newest last. */
	messages: { phone: string; text: string }[];
	/** The one-time code last sent to a phone. */
	codeFor(phone: string): string;
	close(): Promise<void>;
}

/**
 * Makes a database of its own: a copy of the migrated one on the run's PostgreSQL, or a new one on another server. Close
 * it in `afterAll`.
 */
export async function openTestPlatform(at = '2026-11-24T08:00:00+07:00', other?: string): Promise<TestPlatform> {
	const server = other ?? inject('postgresUrl');
	const name = `test_${randomBytes(6).toString('hex')}`;
	await onServer(server, `create database ${name} ${other ? '' : 'template migrated'}`);
	const url = new URL(server);
	url.pathname = `/${name}`;
	const folder = mkdtempSync(join(tmpdir(), 'vaora-test-'));
	const config = readConfig({ VAORA_DATA: folder, DATABASE_URL: url.href }, folder);
	const db = openDatabase({ url: url.href, connections: 8 });
	if (other) await migrate(db);
	createKeyFile(config.keysFile);
	const keys = await openKeys(readKeyFile(config.keysFile, false), db);
	const messages: TestPlatform['messages'] = [];
	const silent = () => {};
	return {
		config,
		db,
		keys,
		clock: standingClock(at),
		log: { info: silent, warn: silent, error: silent, debug: silent } as Platform['log'],
		metrics: openMetrics(),
		messages,
		sendSms: async (phone, text) => void messages.push({ phone, text }),
		codeFor: (phone) => {
			const sent = messages.findLast((message) => message.phone === phone);
			return /\b\d{6}\b/.exec(sent?.text ?? '')?.[0] ?? 'no code was sent';
		},
		close: async () => {
			await db.close();
			await onServer(server, `drop database ${name} with (force)`);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function standingClock(at: string): TestPlatform['clock'] {
	let now = new Date(at);
	return { now: () => now, set: (time) => void (now = new Date(time)) };
}

async function onServer(url: string, statement: string): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	await client.query(statement);
	await client.end();
}

declare module 'vitest' {
	interface ProvidedContext {
		postgresUrl: string;
	}
}
