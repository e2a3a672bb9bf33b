import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Under whom PostgreSQL runs. It refuses root, so root hands it to `nobody`, whom every Linux has. */
export interface Owner {
	uid?: number;
	gid?: number;
}

export function findOwner(): Owner {
	if (process.getuid?.() !== 0) return {};
	for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
		const [name, , uid, gid] = line.split(':');
		if (name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
	}
	throw new Error('PostgreSQL cannot run as root, and there is no user "nobody". Start Vaora as an ordinary user.');
}

/** Whether the owner may run a file (or enter a folder). */
export function canReach(path: string, owner: Owner): boolean {
	if (owner.uid === undefined) return true;
	return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], owner).status === 0;
}

/**
 * The folder in which the owner keeps the database: inside the data folder, or, where a folder above is closed to the
 * owner (a home of root), in `/var/lib/vaora` under a name made from the data folder's.
 */
export function makeHome(folder: string, owner: Owner): string {
	mkdirSync(folder, { recursive: true });
	if (owner.uid === undefined) return makeFolder(join(folder, 'postgres'), owner);
	chmodSync(folder, 0o711);
	if (canReach(folder, owner)) return makeFolder(join(folder, 'postgres'), owner);
	const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
	mkdirSync('/var/lib/vaora', { recursive: true, mode: 0o755 });
	return makeFolder(`/var/lib/vaora/${name}`, owner);
}

function makeFolder(path: string, { uid, gid }: Owner): string {
	if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
	if (uid !== undefined) chownSync(path, uid, gid!);
	return path;
}
