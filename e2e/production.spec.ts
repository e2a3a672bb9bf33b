import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyFile } from '../server/platform/keys.ts';
import { newPhone } from './journey.ts';
import { expect, test } from './person.ts';

const origin = 'https://vaora.example.vn';
let server: ChildProcess;
let gateway: Server;
let address: string;
let folder: string;
/** What went out by SMS, the newest last. */
const sent: { to: string; text: string }[] = [];

/** A real installation behind the https of somebody else, with a gateway for its text messages. */
test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'vaora-production-'));
	const keysFile = join(folder, 'keys.json');
	createKeyFile(keysFile);
	gateway = createServer(async (request, response) => {
		const parts = await request.toArray();
		sent.push(JSON.parse(Buffer.concat(parts).toString()));
		response.end();
	}).listen(0, '127.0.0.1');
	await once(gateway, 'listening');
	const { port } = gateway.address() as AddressInfo;
	server = spawn(process.execPath, ['server/main.ts', 'serve', '--demo'], {
		cwd: join(import.meta.dirname, '..'),
		env: {
			...process.env,
			...{ NODE_ENV: 'production', VAORA_DATA: folder, VAORA_KEYS_FILE: keysFile, DATABASE_URL: '' },
			...{ VAORA_ORIGIN: origin, VAORA_SMS_URL: `http://127.0.0.1:${port}/`, PORT: '0', LOG_LEVEL: 'warn' },
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	address = await new Promise<string>((resolve, reject) => {
		server.once('exit', reject);
		server.stdout!.on('data', (said) => {
			const found = /^Vaora: +(http\S+)/m.exec(String(said))?.[1];
			if (found) resolve(found);
		});
	});
});
test.afterAll(async () => {
	server.kill('SIGTERM');
	await once(server, 'exit');
	gateway.close();
	rmSync(folder, { recursive: true, force: true });
});

test('there is no outbox, no demo and no list of what was sent', async ({ request }) => {
	expect((await request.get(`${address}/outbox`)).status()).toBe(404);
	expect((await request.post(`${address}/api/v1/notifications.list-outbox`, { data: {} })).status()).toBe(404);
	expect(await (await request.get(`${address}/console/sign-in`)).text()).not.toContain('/outbox');
	const data = { login: 'cdc.hanoi', password: 'vao-ra-2026-demo', totp: '000000' };
	const signIn = await request.post(`${address}/api/v1/identity.sign-in-staff`, { data });
	expect((await signIn.json()).code).toBe('sign-in-failed');
});

test('whoever signs in has a cookie that no script reads and no other host sets', async ({ request }) => {
	const phone = newPhone();
	const post = (action: string, form: Record<string, string>) =>
		request.post(`${address}/sign-in?/${action}`, { form, headers: { origin, accept: 'text/html' }, maxRedirects: 0 });

	const asked = await (await post('phone', { phone })).text();
	const challengeId = /name="challengeId" value="([^"]+)"/.exec(asked)![1]!;
	const code = /\d{6}/.exec(sent.at(-1)!.text)![0];
	const signedIn = await post('code', { phone, challengeId, code });

	const cookie = signedIn.headers()['set-cookie'] ?? '';
	expect(cookie).toMatch(/^__Host-vaora=[\w-]+;/);
	for (const word of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(word);
	expect(cookie).not.toContain('Domain');
});

test('a form sent from elsewhere is refused', async ({ request }) => {
	const before = sent.length;

	for (const from of [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'http://vaora.example.vn' }]) {
		const answer = await request.post(`${address}/sign-in?/phone`, { form: { phone: newPhone() }, headers: from });
		expect(answer.status()).toBe(403);
	}
	expect(sent).toHaveLength(before);
});

test('whoever sends too much by a form reads so on a page, in their words; a program gets a Problem', async ({
	request,
}) => {
	const form = { text: 'A'.repeat(600 * 1024) };
	const sentBy = (accept: string) => request.post(`${address}/declare`, { form, headers: { accept, origin: address } });

	const page = await sentBy('text/html');
	expect(page.status()).toBe(413);
	expect(page.headers()['content-type']).toContain('text/html');
	expect(await page.text()).toContain('<h1>Nội dung gửi quá lớn</h1>');
	expect(await page.text()).toContain('href="/declare">Trở lại trang đang làm</a>');
	expect(await (await sentBy('application/json')).json()).toMatchObject({ code: 'payload-too-large' });
});

for (const path of ['/', '/sign-in', '/declare', '/places/new', '/me', '/console', '/api', '/api/problems', '/nowhere'])
	test(`${path} runs nothing that is not ours, stands in no frame and is not kept`, async ({ request }) => {
		const headers = (await request.get(`${address}${path}`, { maxRedirects: 0 })).headers();

		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store',
			'strict-transport-security': 'max-age=31536000; includeSubDomains',
		});
		for (const banner of ['server', 'x-powered-by']) expect(headers).not.toHaveProperty(banner);
		if (headers.location) return;
		expect(headers['content-type']).toBe('text/html; charset=utf-8');
		expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
		expect(headers['content-security-policy']).not.toContain('unsafe');
	});

test('only built files are kept, and they may be for ever', async ({ request }) => {
	const page = await (await request.get(`${address}/`)).text();
	const [built] = /\/_app\/immutable\/[^"']+/.exec(page)!;
	const headers = (await request.get(`${address}${built}`)).headers();

	expect(headers['cache-control']).toContain('immutable');
	expect(headers['x-content-type-options']).toBe('nosniff');
});
