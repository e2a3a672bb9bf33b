import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Owner } from './owner.ts';

/** PostgreSQL takes its language and time zone from here, not from whoever starts it. */
export const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

export const dataFolder = (home: string) => join(home, 'data');

/** Makes the cluster when there is none. Half-made ones (the power failed) are never taken for one. */
export function ensureCluster(home: string, binaries: Binaries, owner: Owner): boolean {
	const data = dataFolder(home);
	if (existsSync(join(data, 'PG_VERSION'))) return false;
	const password = join(home, 'password');
	writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
	if (owner.uid !== undefined) chownSync(password, owner.uid, owner.gid!);
	const half = `${data}.half`;
	rmSync(half, { recursive: true, force: true });
	const args = [
		...['-D', half, '-U', 'vaora', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8'],
		...['--locale=C', '--locale-provider=icu', '--icu-locale=und', '--data-checksums'],
	];
	const made = spawnSync(binaries.initdb, args, { ...owner, env: environment, encoding: 'utf8' });
	if (made.status !== 0) throw new Error(`PostgreSQL could not be set up: ${made.stderr || made.error?.message}`);
	renameSync(half, data);
	return true;
}

/** Where the socket file lies; a path of more than about a hundred bytes cannot have one. */
export const socketFolder = (home: string): string | undefined => (Buffer.byteLength(home) < 80 ? home : undefined);

export const readPassword = (home: string): string => readFileSync(join(home, 'password'), 'utf8').trim();

/** How the server is started: durable, sized for this machine, and silent about values. */
export function serverSettings(home: string, extra: Record<string, string | number> = {}): string[] {
	const megabytes = Math.round(totalmem() / 2 ** 20);
	const settings = {
		listen_addresses: '127.0.0.1',
		// A socket file costs half of what the loopback network does.
		unix_socket_directories: socketFolder(home) ?? '',
		unix_socket_permissions: '0700',
		max_connections: 60,
		max_locks_per_transaction: 128,
		shared_buffers: `${Math.min(2_048, Math.max(128, megabytes >> 2))}MB`,
		effective_cache_size: `${megabytes >> 1}MB`,
		// The small shared memory of a container would make parallel queries fail.
		dynamic_shared_memory_type: 'mmap',
		max_wal_size: '4GB',
		wal_compression: 'on',
		checkpoint_completion_target: 0.9,
		random_page_cost: 1.1,
		jit: 'off',
		fsync: 'on',
		synchronous_commit: 'on',
		full_page_writes: 'on',
		timezone: 'UTC',
		log_timezone: 'UTC',
		// No statement and no value ever reaches the log: either may hold what a person wrote.
		log_statement: 'none',
		log_min_error_statement: 'panic',
		log_min_duration_statement: -1,
		log_parameter_max_length: 0,
		log_parameter_max_length_on_error: 0,
		log_error_verbosity: 'terse',
		...extra,
	};
	return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
