// What every command needs first: the packages, Node 24, and the built pages. Plain JavaScript for any Node ≥ 20.19.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = join(root, 'node_modules');
const packagesStamp = join(packages, '.vaora-lock');
const buildStamp = join(root, 'build/.vaora-sources');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Vaora needs Node 20.19 or newer; this is ${process.version}.`);

/** Makes sure the packages are those of the lock file, and returns the Node to go on with. */
export function setUp() {
	const lock = hashOf([join(root, 'package-lock.json')]);
	if (read(packagesStamp) !== lock) {
		timed('Installing packages', () => {
			const args = [
				'ci',
				'--no-audit',
				'--no-fund',
				'--no-update-notifier',
				'--loglevel=error',
				'--include=dev',
				'--include=optional',
			];
			const { status } = spawnSync('npm', args, {
				cwd: root,
				stdio: ['ignore', 'ignore', 'inherit'],
				env: npmEnvironment(),
			});
			if (status !== 0) fail('npm could not install the packages; its message is above.');
		});
		writeFileSync(packagesStamp, lock);
	}
	return findNode();
}

/** Makes sure the pages are built from what is there now. */
export function setUpPages(node) {
	const sources = hashOf([...listFiles('web'), ...listFiles('shared'), join(root, 'vite.config.ts'), packagesStamp]);
	if (read(buildStamp) === sources) return;
	timed('Building the pages', () => {
		const vite = join(packages, 'vite/bin/vite.js');
		const built = spawnSync(node, [vite, 'build', '--logLevel', 'error'], { cwd: root, encoding: 'utf8' });
		if (built.status !== 0) fail(`The pages could not be built:\n${built.stdout}${built.stderr}`);
	});
	writeFileSync(buildStamp, sources);
}

/**
 * Runs a file under a Node in our stead: same streams, same signals, same exit code. A server ends with us, and we with the
 * npm that started us, also when one of us is killed: nothing may stay behind and hold the port.
 */
export function handOver(node, args, environment = {}) {
	const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
	const child = spawn(node, args, { cwd: process.cwd(), stdio, env: { ...process.env, ...environment } });
	// The keyboard reaches the child by itself; it ends in good order and we wait for it.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])
		process.on(signal, () => {
			if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
		});
	const parent = process.ppid;
	const look = () => process.ppid === parent || child.kill('SIGTERM');
	if (process.env.npm_command) setInterval(look, 1_000).unref();
	child.on('error', (error) => fail(error.message));
	child.on('exit', (code) => process.exit(code ?? 1));
}

export function fail(message) {
	console.error(message);
	process.exit(1);
}

function findNode() {
	const ours = join(packages, `node-${process.platform}-${process.arch}/bin/node`);
	if (existsSync(ours)) return ours;
	if (major >= 24) return process.execPath;
	return fail(`There is no Node 24 for ${process.platform} ${process.arch} on npm: install Node 24 and try again.`);
}

/** npm wants to write its cache to the home folder, which a service user may not have. */
function npmEnvironment() {
	try {
		accessSync(process.env.HOME ?? '/nowhere', constants.W_OK);
		return process.env;
	} catch {
		return { ...process.env, npm_config_cache: join(root, '.vaora-npm-cache') };
	}
}

function listFiles(folder) {
	if (!existsSync(join(root, folder))) return [];
	return readdirSync(join(root, folder), { recursive: true })
		.map((path) => join(root, folder, path))
		.filter((path) => statSync(path).isFile())
		.sort();
}

function hashOf(paths) {
	const hash = createHash('sha256');
	for (const path of paths) hash.update(path.slice(root.length)).update(existsSync(path) ? readFileSync(path) : '');
	return hash.digest('hex');
}

function read(path) {
	return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function timed(what, work) {
	const startedAt = Date.now();
	process.stderr.write(`${what} … `);
	work();
	process.stderr.write(`${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
	if (what.startsWith('Installing')) mkdirSync(packages, { recursive: true });
}
