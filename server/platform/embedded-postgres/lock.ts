import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const millisecondsBetweenTries = 50;
/** Longer than a server may take to replay its log after a crash. */
const triesMax = (15 * 60 * 1_000) / millisecondsBetweenTries;

/**
 * Does `work` while no other process starts or stops the server of this folder. The lock is an abstract socket: the
 * kernel gives it to one process at a time and takes it back when that process dies, however it dies.
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
	const { dev, ino } = statSync(folder);
	const lock = await seize(`\0vaora-postgres-${dev}-${ino}`, folder);
	try {
		return await work();
	} finally {
		await new Promise((resolve) => lock.close(resolve));
	}
}

async function seize(name: string, folder: string): Promise<Server> {
	for (let tries = 0; tries < triesMax; tries++) {
		const lock = await listen(name);
		if (lock) return lock;
		await wait(millisecondsBetweenTries);
	}
	throw new Error(`Another process has been starting or stopping PostgreSQL in ${folder} for a quarter of an hour.`);
}

function listen(name: string): Promise<Server | undefined> {
	return new Promise((resolve, reject) => {
		const lock = createServer((socket) => socket.destroy());
		lock.once('error', (error: NodeJS.ErrnoException) =>
			error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
		);
		lock.listen(name, () => resolve(lock));
	});
}
