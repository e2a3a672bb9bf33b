import { totalmem } from 'node:os';

export type Settings = Record<string, string | number>;

/** How the server is started, as arguments: durable, sized for this machine, and silent about what people wrote. */
export function toArguments(home: string, extra: Settings = {}): string[] {
	return Object.entries({ ...settings(home), ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function settings(home: string): Settings {
	const megabytes = Math.round(memory() / 2 ** 20);
	return {
		listen_addresses: '127.0.0.1',
		// A socket file costs half of what the loopback network does.
		unix_socket_directories: socketFolder(home) ?? '',
		unix_socket_permissions: '0700',
		max_connections: 60,
		max_locks_per_transaction: 128,
		password_encryption: 'scram-sha-256',
		shared_buffers: `${Math.min(2_048, Math.max(64, megabytes >> 2))}MB`,
		effective_cache_size: `${Math.max(128, megabytes >> 1)}MB`,
		// The small /dev/shm of a container would make parallel queries fail.
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
		// The message of an error may quote a value ("invalid input syntax"), so errors go to their caller and not to
		// the log, and of what goes there neither statement nor detail is written.
		log_min_messages: 'log',
		log_min_error_statement: 'panic',
		log_error_verbosity: 'terse',
		log_statement: 'none',
		log_min_duration_statement: -1,
		log_parameter_max_length: 0,
		log_parameter_max_length_on_error: 0,
	};
}

/** Where the socket file lies. A path of more than about a hundred bytes cannot have one, a list's comma is no name's. */
export function socketFolder(home: string): string | undefined {
	return Buffer.byteLength(home) < 80 && !/[",]/.test(home) ? home : undefined;
}

/** In bytes. A container may have less than its machine. */
function memory(): number {
	return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}
