import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts the real product with its demo on a database of its own, and stops it after the last test. */
export default async function startServer() {
	const folder = mkdtempSync(join(tmpdir(), 'vaora-e2e-'));
	const server = spawn(process.execPath, ['server/main.ts', 'serve', '--demo'], {
		cwd: join(import.meta.dirname, '..'),
		env: { ...process.env, VAORA_DATA: folder, PORT: '0', NODE_ENV: 'test', DATABASE_URL: '' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	process.env.VAORA_ADDRESS = await readAddress(server);
	return async () => {
		const ended = new Promise((resolve) => server.once('exit', resolve));
		server.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	};
}

function readAddress(server: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		server.stdout!.on('data', (text) => {
			said += text;
			const address = /^Vaora: +(http\S+)/m.exec(said)?.[1];
			if (address) resolve(address);
		});
		server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
	});
}
