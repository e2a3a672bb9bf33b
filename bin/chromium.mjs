// Finds a Chromium for the tests, or installs Debian's where that is allowed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail } from './setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export function findChromium() {
	return locate() ?? install() ?? fail('The tests need a browser. Install it with: sudo apt-get install chromium');
}

function locate() {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	const folders = (process.env.PATH ?? '').split(delimiter);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function install() {
	const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const apt = (...args) => {
		const [command, ...rest] = [...sudo, 'apt-get', ...args];
		const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		return spawnSync(command, rest, { stdio: 'ignore', env: environment }).status === 0;
	};
	process.stderr.write('Installing Chromium … ');
	const isDone = apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
	process.stderr.write(isDone ? 'done\n' : 'not allowed\n');
	return isDone ? locate() : undefined;
}
