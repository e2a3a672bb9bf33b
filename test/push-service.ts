import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestPlatform } from './database.ts';

interface Got {
	/** Which browser it is for. */
	path: string;
	headers: IncomingHttpHeaders;
	payload: { key: string; text: string; url?: string };
}

/**
 * A push service with browsers of its own, trusted by the installation: it believes nobody who is not signed (RFC 8292), and
 * its browsers open what they get (RFC 8291). It answers as it is told.
 */
export async function openPushService(platform: TestPlatform) {
	const browsers = new Map<string, Browser>();
	const got: Got[] = [];
	const server = createServer(async (request, response) => {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part);
		const browser = browsers.get(request.url!);
		if (!browser) return void response.writeHead(404).end();
		if (!isSigned(request.headers.authorization!, service.origin)) return void response.writeHead(401).end();
		const payload = JSON.parse(browser.open(Buffer.concat(parts)).toString('utf8'));
		const one = { path: request.url!, headers: request.headers, payload };
		got.push(one);
		const answer = await service.answer(one);
		if (answer === 'hang up') request.socket.destroy();
		else response.writeHead(answer).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const service = {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		answer: (_one: Got): number | 'hang up' | Promise<number | 'hang up'> => 201,
		got,
		/** A new browser, as its PushSubscription tells of it. */
		addBrowser() {
			const browser = openBrowser();
			const path = `/send/${randomBytes(9).toString('base64url')}`;
			browsers.set(path, browser);
			return { endpoint: `${service.origin}${path}`, p256dh: browser.p256dh, auth: browser.auth };
		},
		shownTo: ({ endpoint }: { endpoint: string }) =>
			got.filter(({ path }) => endpoint.endsWith(path)).map(({ payload }) => payload),
		reset() {
			got.length = 0;
			service.answer = () => 201;
		},
		close: () => new Promise<unknown>((resolve) => void server.close(resolve).closeAllConnections()),
	};
	platform.config = { ...platform.config, pushOrigins: [service.origin] };
	return service;
}
export type PushService = Awaited<ReturnType<typeof openPushService>>;

type Browser = ReturnType<typeof openBrowser>;

function openBrowser() {
	const pair = createECDH('prime256v1');
	const [publicKey, auth] = [pair.generateKeys(), randomBytes(16)];
	const hkdf = (secret: Buffer, salt: Buffer, info: Buffer | string, length: number) =>
		Buffer.from(hkdfSync('sha256', secret, salt, info, length));
	return {
		p256dh: publicKey.toString('base64url'),
		auth: auth.toString('base64url'),
		open(sealed: Buffer): Buffer {
			const [salt, end] = [sealed.subarray(0, 16), 21 + sealed[20]!];
			const [sender, body] = [sealed.subarray(21, end), sealed.subarray(end)];
			const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
			const material = hkdf(pair.computeSecret(sender), auth, info, 32);
			const key = hkdf(material, salt, 'Content-Encoding: aes128gcm\0', 16);
			const opened = createDecipheriv('aes-128-gcm', key, hkdf(material, salt, 'Content-Encoding: nonce\0', 12));
			opened.setAuthTag(body.subarray(-16));
			const plain = Buffer.concat([opened.update(body.subarray(0, -16)), opened.final()]);
			return plain.subarray(0, plain.lastIndexOf(2));
		},
	};
}

function isSigned(authorization: string, origin: string): boolean {
	const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
	if (!token || !key) return false;
	const point = Buffer.from(key, 'base64url');
	const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url')) as [
		string,
		string,
	];
	const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
	const [head, claims, signature] = token.split('.') as [string, string, string];
	const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
	const said = Buffer.from(`${head}.${claims}`);
	const isOurs = verify(
		'sha256',
		said,
		{ key: publicKey, dsaEncoding: 'ieee-p1363' },
		Buffer.from(signature, 'base64url'),
	);
	return isOurs && aud === origin && typeof exp === 'number' && /^https?:|^mailto:/.test(sub);
}
