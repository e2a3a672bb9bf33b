import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmdirSync,
	statSync,
	symlinkSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** The user PostgreSQL runs as, when that is not ourselves. */
export interface Owner {
	uid?: number;
	gid?: number;
}

/** Where the database lies, and whose it is. */
export interface Home {
	path: string;
	owner: Owner;
}

const homeOf = (folder: string) => join(folder, 'postgres');

/** The home of a data folder's database, when there is one. Looking changes nothing. */
export function findHome(folder: string): string | undefined {
	return existsSync(homeOf(folder)) ? realpathSync(homeOf(folder)) : undefined;
}

/** The home of a data folder's database, made when there is none. */
export function makeHome(folder: string): Home {
	const home = homeOf(resolve(folder));
	const isRoot = process.getuid!() === 0;
	mkdirSync(folder, { recursive: true });
	if (isRoot) openToOthers(folder);
	if (!lstatSync(home, { throwIfNoEntry: false })) choosePlace(folder, home, isRoot);
	if (!existsSync(home))
		throw new Error(`The database of this installation lay elsewhere and is gone. See: ls -l ${home}`);
	const path = realpathSync(home);
	if (isRoot && statSync(path).uid === 0) giveTo(findNobody(), path);
	const { uid, gid } = statSync(path);
	if (!isRoot && uid !== process.getuid!())
		throw new Error(`${path} belongs to another user (${uid}). Start Vaora as the user who started it first.`);
	const owner = isRoot ? { uid, gid } : {};
	if (!canReach(path, owner))
		throw new Error(`PostgreSQL runs as user ${uid}, who cannot enter ${path}. Open the folders above it: chmod o+x`);
	return { path, owner };
}

/**
 * PostgreSQL refuses to run as root, so root hands it to `nobody`. Where a folder above is closed to `nobody`, as the
 * home of root is, the database goes to /var/lib and a link says where it is.
 */
function choosePlace(folder: string, home: string, isRoot: boolean): void {
	const owner = isRoot ? findNobody() : {};
	if (canReach(folder, owner)) {
		mkdirSync(home, { recursive: true, mode: 0o700 });
		return;
	}
	const elsewhere = mkdtempSync('/var/lib/vaora-');
	try {
		symlinkSync(elsewhere, home);
		console.error(`Only root may enter ${folder}, and PostgreSQL does not run as root: its data is in ${elsewhere}`);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		// Another process that started at the same moment was faster.
		rmdirSync(elsewhere);
	}
}

/** The data folder itself is ours; whoever may enter it still cannot list it. */
function openToOthers(folder: string): void {
	const { mode, uid } = statSync(folder);
	if (uid === 0) chmodSync(folder, mode | 0o001);
}

function findNobody(): Owner {
	const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
	const owner = { uid: Number(line?.[1]), gid: Number(line?.[2]) };
	if (!line || !canReach('/', owner))
		throw new Error(
			'PostgreSQL does not run as root, and there is no user "nobody" to hand it to. Start Vaora as an ordinary user.',
		);
	return owner;
}

/** Whether the owner may enter a folder. */
function canReach(folder: string, owner: Owner): boolean {
	return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...owner, cwd: '/' }).status === 0;
}

/** Makes a file or folder of ours the owner's. */
export function giveTo({ uid, gid }: Owner, path: string): void {
	if (uid !== undefined) chownSync(path, uid, gid!);
}
