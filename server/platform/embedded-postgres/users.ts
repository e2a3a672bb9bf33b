import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveTo, type Home } from './home.ts';
import { findProcess } from './process.ts';

/** Says that this process uses the server of a home. What is returned takes that back and says whether it was the last. */
export function enter({ path, owner }: Home): () => { isLast: boolean } {
	const folder = join(path, 'users');
	mkdirSync(folder, { recursive: true });
	giveTo(owner, folder);
	const mark = join(folder, `${process.pid}.${findProcess(process.pid)!.startedAt}.${randomUUID()}`);
	writeFileSync(mark, '');
	return () => {
		rmSync(mark, { force: true });
		return { isLast: !isUsed(folder) };
	};
}

function isUsed(folder: string): boolean {
	return existsSync(folder) && readdirSync(folder).some((mark) => isOfLiving(mark) || forget(join(folder, mark)));
}

function isOfLiving(mark: string): boolean {
	const [pid, startedAt] = mark.split('.');
	const process = findProcess(Number(pid));
	return process !== undefined && process.startedAt === startedAt;
}

/** A killed process cannot take its mark back. */
function forget(mark: string): false {
	rmSync(mark, { force: true });
	return false;
}
