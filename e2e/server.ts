import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts the real product with its demo on a database of its own, and stops it after the last test. */
export default async function startServer() {
	const folder = mkdtempSync(join(tmpdir(), 'vaora-e2e-'));
	const server = spawn(process.execPath, ['server/main.ts', 'serve', '--demo'], {
		cwd: join(import.meta.dirname, '..'),
		env: {
			...process.env,
			VAORA_DATA: folder,
			PORT: '0',
			NODE_ENV: 'test',
			DATABASE_URL: '',
			TRUST_PROXY: '127.0.0.1',
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	process.env.VAORA_ADDRESS = await readAddress(server);
	process.env.VAORA_SESSIONS = mkdtempSync(join(folder, 'sessions-'));
	const owned = await signInOwner('+84912000002');
	process.env.VAORA_POSTER = owned.poster;
	process.env.VAORA_PLACE = owned.place;
	process.env.VAORA_OWNER_TOKEN = owned.token;
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

/** A demo place with its poster and its owner's session, found as they find it; once, because codes for a phone are limited. */
async function signInOwner(phone: string): Promise<{ token: string; place: string; poster: string }> {
	const { challengeId } = await post('identity.request-code', { phone });
	const { messages } = await post('notifications.list-outbox', {});
	const { text } = messages.find((message: { phone: string }) => message.phone === phone);
	const { token } = await post('identity.verify-code', { challengeId, code: /\d{6}/.exec(text)![0] });
	const { places } = await post('places.list-my-places', {}, token);
	const place = places[0].place.placeId;
	const { gates } = await post('places.get-place-for-manager', { place }, token);
	return { token, place, poster: gates[0].code };
}

async function post(operation: string, input: unknown, token = '') {
	const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
	const body = JSON.stringify(input);
	const response = await fetch(`${process.env.VAORA_ADDRESS}/api/v1/${operation}`, { method: 'POST', headers, body });
	if (!response.ok) throw new Error(`${operation}: ${await response.text()}`);
	return response.json();
}
