import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	realpathSync,
	rmSync,
	statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { findPackage, makeRunnable } from './binaries.ts';
import { findHome, makeHome } from './home.ts';
import { startEmbedded } from './index.ts';

const folders: string[] = [];
const isRoot = process.getuid!() === 0;

function makeFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'vaora-home-'));
	folders.push(folder);
	return folder;
}

afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('a data folder in a closed folder is usable, and stays where it was put first', async () => {
	const say = vi.spyOn(console, 'error').mockReturnValue();
	const closed = makeFolder();
	const folder = join(closed, 'data');

	const server = await startEmbedded({ folder });
	await server.stop();
	const home = findHome(folder)!;
	folders.push(home);

	expect(say.mock.calls.filter(([line]) => String(line).includes(home))).toHaveLength(isRoot ? 1 : 0);
	expect(home.startsWith(isRoot ? '/var/lib/vaora-' : folder)).toBe(true);
	chmodSync(closed, 0o755);
	expect(makeHome(folder).path).toBe(home);
});

test('a database that lay elsewhere and is gone is not silently replaced by an empty one', () => {
	const say = vi.spyOn(console, 'error').mockReturnValue();
	const folder = join(makeFolder(), 'data');
	const home = makeHome(folder).path;

	rmSync(home, { recursive: true });

	if (isRoot) expect(() => makeHome(folder)).toThrow('lay elsewhere and is gone');
	else expect(makeHome(folder).path).toBe(home);
	say.mockRestore();
});

test('the home is closed to everybody but its owner, and the data folder is not listed by others', () => {
	const folder = makeFolder();

	const { path } = makeHome(folder);

	expect(statSync(path).mode & 0o777).toBe(0o700);
	expect(statSync(folder).mode & 0o006).toBe(0);
});

test('root runs the database of an ordinary user as that user, who can go on afterwards', () => {
	const folder = makeFolder();
	const { path, owner } = makeHome(folder);
	const ordinary = isRoot ? 1 : process.getuid!();
	if (isRoot) chownSync(path, ordinary, ordinary);

	expect(owner.uid).not.toBe(0);
	expect(makeHome(folder).owner.uid ?? process.getuid!()).toBe(ordinary);
	expect(statSync(path).uid).toBe(ordinary);
});

test('binaries in a closed folder, without their links, are copied to where the owner can run them', () => {
	const installed = join(makeFolder(), 'package');
	cpSync(findPackage(), installed, { recursive: true, verbatimSymlinks: true });
	const lib = join(installed, 'native/lib');
	for (const name of readdirSync(lib)) if (lstatSync(join(lib, name)).isSymbolicLink()) rmSync(join(lib, name));
	chmodSync(join(installed, 'native/bin/postgres'), 0o700);
	chmodSync(lib, 0o500);
	const folder = makeFolder();
	const home = makeHome(folder);
	mkdirSync(join(home.path, 'binaries-1'));

	const { postgres } = makeRunnable(home, installed);

	expect(realpathSync(postgres).startsWith(home.path)).toBe(true);
	expect(spawnSync(postgres, ['--version'], { ...home.owner, encoding: 'utf8' }).stdout).toContain('17.');
	expect(readdirSync(home.path).filter((name) => name.startsWith('binaries-'))).toHaveLength(1);
	chmodSync(lib, 0o700);
});
