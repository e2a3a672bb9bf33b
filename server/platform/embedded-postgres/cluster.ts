import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { giveTo, type Home } from './home.ts';

/** PostgreSQL takes its language and time zone from here, not from whoever starts it. */
export const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

export const dataFolder = (home: string) => join(home, 'data');

const passwordFile = (home: string) => join(home, 'password');

export const readPassword = (home: string): string => readFileSync(passwordFile(home), 'utf8').trim();

/** Makes the cluster when there is none; says whether it did. A half-made one (the power failed) is never taken for one. */
export function ensureCluster({ path, owner }: Home, { initdb }: Binaries): boolean {
	const data = dataFolder(path);
	if (existsSync(join(data, 'PG_VERSION'))) return false;
	const password = passwordFile(path);
	writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
	giveTo(owner, password);
	const half = `${data}.half`;
	rmSync(half, { recursive: true, force: true });
	const args = [
		...['-D', half, '-U', 'vaora', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8'],
		...['--locale=C', '--locale-provider=icu', '--icu-locale=und', '--data-checksums'],
	];
	const made = spawnSync(initdb, args, { ...owner, cwd: path, env: environment, encoding: 'utf8' });
	if (made.status !== 0) throw new Error(`PostgreSQL could not be set up: ${made.error?.message ?? made.stderr}`);
	renameSync(half, data);
	syncFolder(path);
	return true;
}

/** What was named in a folder stays named after a power failure only when the folder itself is written out. */
function syncFolder(path: string): void {
	const folder = openSync(path, 'r');
	fsyncSync(folder);
	closeSync(folder);
}
