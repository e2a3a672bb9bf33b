import { mkdirSync } from 'node:fs';
import { openSmsSender } from '#notifications';
import { systemClock } from '#platform/clock';
import { ConfigError, readConfig } from '#platform/config';
import { type Database, openDatabase } from '#platform/db';
import { findRunning, startEmbedded } from '#platform/embedded-postgres/index';
import { openKeys, readKeyFile } from '#platform/keys';
import { openLog } from '#platform/log';
import { openMetrics } from '#platform/metrics';
import { migrate } from '#platform/migrate';
import type { Platform } from '#platform/platform';

export interface Installation {
	platform: Platform;
	/** Which database it is, in words without a password. */
	database: string;
	close(): Promise<void>;
}

/**
 * Opens the installation the environment names: a server by DATABASE_URL, or the embedded database in VAORA_DATA. A
 * command joins an embedded database that is already running and leaves it running; otherwise it starts it and stops it
 * again.
 */
export async function openInstallation({
	startsDatabase = false,
	say = (_line: string) => {},
	migrates = true,
} = {}): Promise<Installation> {
	const config = readConfig(process.env, process.cwd());
	mkdirSync(config.dataFolder, { recursive: true });
	const { url, words, stop } = await openPostgres(config.databaseUrl, config.dataFolder, startsDatabase);
	const db = openDatabase({ url });
	await reach(db, words);
	if (migrates) await migrate(db, (name) => say(`Migrated: ${name}`));
	const log = openLog(config.logLevel);
	const keys = await openKeys(readKeyFile(config.keysFile, !config.production), db);
	const sendSms = openSmsSender(config, log);
	return {
		platform: { config, db, keys, clock: systemClock, log, metrics: openMetrics(), sendSms },
		database: words,
		close: async () => {
			await db.close();
			await stop();
		},
	};
}

/** A server that does not answer, or not to us, is a setting to mend. */
async function reach(db: Database, words: string): Promise<void> {
	try {
		(await db.connect()).release();
	} catch (error) {
		const { message, code } = error as NodeJS.ErrnoException;
		const mend = 'See whether the server runs, and whether address, name and password in DATABASE_URL are right.';
		throw new ConfigError(`${words} does not answer: ${message || code}\n${mend}`, { cause: error });
	}
}

async function openPostgres(given: string | undefined, folder: string, owns: boolean) {
	if (given) {
		const { hostname, port, pathname } = new URL(given);
		return { url: given, words: `${hostname}:${port || 5432}${pathname}`, stop: async () => {} };
	}
	const running = owns ? undefined : await findRunning(folder);
	if (running) return { url: running.url, words: 'embedded, already running', stop: async () => {} };
	const server = await startEmbedded({ folder, database: 'vaora' });
	return { url: server.url, words: `embedded, ${server.state}`, stop: () => server.stop() };
}
