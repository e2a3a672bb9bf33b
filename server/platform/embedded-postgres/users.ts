import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './postmaster.ts';

const folderOf = (home: string) => join(home, 'users');

/** Says that this process uses the server. The last one to leave stops it. */
export function register(home: string): void {
	mkdirSync(folderOf(home), { recursive: true });
	writeFileSync(join(folderOf(home), String(process.pid)), '');
}

/** Takes this process off the list and says whether any other still uses the server. */
export function leave(home: string): { isLast: boolean } {
	rmSync(join(folderOf(home), String(process.pid)), { force: true });
	return { isLast: !listUsers(home).length };
}

function listUsers(home: string): number[] {
	try {
		return readdirSync(folderOf(home)).map(Number).filter(isAlive);
	} catch {
		return [];
	}
}

/** Runs `work` while no other process starts or stops the server of this folder. */
export async function alone<T>(home: string, work: () => Promise<T>): Promise<T> {
	const lock = join(home, 'starting');
	for (let tries = 0; ; tries++) {
		try {
			mkdirSync(lock);
			writeFileSync(join(lock, String(process.pid)), '');
			break;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			const [holder] = readdirSync(lock);
			if (tries > 20 && (holder === undefined || !isAlive(Number(holder))))
				rmSync(lock, { recursive: true, force: true });
			if (tries > 1_200) throw new Error(`Another process has been starting PostgreSQL for a minute: ${lock}`);
			await wait(50);
		}
	}
	try {
		return await work();
	} finally {
		rmSync(lock, { recursive: true, force: true });
	}
}
