import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revoke } from '#devices';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import type { TestPlatform } from '#test/database';
import { pairDevice } from '#test/gate';
import { addCafe, addDeclared, openVaora, type SignedIn, signIn } from '#test/people';
import { openHttp } from './http.ts';
import { operations } from './modules.ts';

let platform: TestPlatform;
let app: FastifyInstance;
let person: Awaited<ReturnType<typeof addDeclared>>;
let manager: SignedIn;
let place: string;

beforeAll(async () => {
	platform = await openVaora();
	app = await openHttp(platform);
	person = await addDeclared(platform, '+84901230001');
	manager = await signIn(platform, '+84901230002');
	place = (await addCafe(platform, manager)).placeId;
});
afterAll(async () => {
	await app.close();
	await platform.close();
});

const post = async (operation: string, body: object) => {
	const headers = { authorization: `Bearer ${person.token}` };
	const answer = await app.inject({ method: 'POST', url: `/api/v1/${operation}`, headers, payload: body });
	return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json() };
};

const idMax = '9223372036854775807';

test.each([
	['the largest id there can be leads nowhere', idMax, 404, 'place-not-found'],
	['a larger one is no id', '9223372036854775808', 422, 'invalid-input'],
	['a much larger one is no id', '9999999999999999999', 422, 'invalid-input'],
])('somebody who goes in at a place that is not there is told so: %s', async (_words, wrong, status, code) => {
	const answer = await post('visits.check-in', { id: newUuid(), place: wrong, person: person.personId });

	expect(answer).toMatchObject({
		status,
		type: expect.stringContaining('problem+json'),
		body: { code, field: 'place' },
	});
});

test('somebody who goes in beside others who sent such an id is not held up by them', async () => {
	const wrong = { place: '9999999999999999999', person: person.personId };
	const right = { place, person: person.personId };

	const answers = await Promise.all(
		[wrong, right, wrong].map((one) => post('visits.check-in', { id: newUuid(), ...one })),
	);

	expect(answers.map(({ status }) => status)).toEqual([422, 200, 422]);
});

test.each([
	['the largest id', `1-${idMax}`, 200],
	['a larger one', '1-9223372036854775808', 422],
])('a page of one’s visits after %s', async (_words, cursor, status) => {
	expect(await post('visits.list-mine', { cursor })).toMatchObject({ status });
});

test('a gate device signs in with its token, not as a page’s cookie, and is told when it was revoked', async () => {
	const { token, device } = await pairDevice({ platform, place, manager });
	const ask = async (headers: Record<string, string>) => {
		const url = '/api/v1/logbook.list-inside';
		const answer = await app.inject({ method: 'POST', url, headers, payload: { place } });
		return [answer.statusCode, answer.json().code];
	};

	expect(await ask({ authorization: `Bearer ${token}` })).toEqual([200, undefined]);
	expect(await ask({ cookie: `vaora=${token}` })).toEqual([401, 'not-signed-in']);
	await call(platform, revoke, await manager.caller(), { place, device });
	expect(await ask({ authorization: `Bearer ${token}` })).toEqual([401, 'device-revoked']);
	expect(await ask({ authorization: `Bearer vg_${'x'.repeat(43)}` })).toEqual([401, 'not-signed-in']);
});

describe('every answer', () => {
	const asked = (method: 'GET' | 'POST' | 'PUT', url: string, type: string) => ({ method, url, type });
	const problem = 'application/problem+json; charset=utf-8';
	const text = 'text/plain; charset=utf-8';

	test.each([
		...[...operations.keys()].map((name) => asked('POST', `/api/v1/${name}`, 'json; charset=utf-8')),
		asked('POST', '/api/v1/no.such-operation', problem),
		asked('PUT', '/api/v1/identity.get-me', problem),
		asked('GET', '/api/%ff', problem),
		asked('GET', '/api/openapi.json', 'application/json; charset=utf-8'),
		asked('GET', '/livez', text),
		asked('GET', '/readyz', text),
		asked('GET', '/metrics', 'text/plain; version=0.0.4; charset=utf-8'),
	])('$method $url says what it is and is neither kept, framed nor run', async ({ method, url, type }) => {
		const { headers } = await app.inject({ method, url, ...(method === 'GET' ? {} : { payload: {} }) });

		expect(headers).toMatchObject({
			'content-type': expect.toSatisfy((told: string) => told.endsWith(type)),
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
			'cache-control': url === '/api/openapi.json' ? 'public, max-age=300' : 'no-store',
		});
		for (const banner of ['server', 'x-powered-by']) expect(headers).not.toHaveProperty(banner);
	});

	test('insists on https where that is the address people see', async () => {
		const config = { ...platform.config, origin: 'https://vaora.example.vn' };
		const secure = await openHttp({ ...platform, config });

		const { headers } = await secure.inject('/livez');

		expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
		await secure.close();
	});
});

describe('the cookie of the pages', () => {
	const getMe = (headers: Record<string, string>, to = app) =>
		to.inject({ method: 'POST', url: '/api/v1/identity.get-me', payload: {}, headers });

	test('counts for our own pages and for nobody else’s', async () => {
		const cookie = `lang=vi; vaora=${person.token}`;
		const statuses = await Promise.all(
			[{}, ...['same-origin', 'same-site', 'cross-site', 'none'].map((site) => ({ 'sec-fetch-site': site }))].map(
				async (site) => (await getMe({ cookie, ...site })).statusCode,
			),
		);

		expect(statuses).toEqual([200, 200, 403, 403, 403]);
	});

	test('in production is only the one that no other host can set', async () => {
		const config = { ...platform.config, production: true, origin: 'https://vaora.example.vn' };
		const production = await openHttp({ ...platform, config });
		const who = async (name: string) => {
			const answer = await getMe({ cookie: `${name}=${person.token}` }, production);
			return answer.json().kind;
		};

		expect([await who('vaora'), await who('__Host-vaora')]).toEqual(['anyone', 'account']);
		await production.close();
	});
});

describe('where a request comes from', () => {
	const metrics = (headers: Record<string, string>, trustedProxies: string[] = []) =>
		withProxies(trustedProxies, (to) => to.inject({ url: '/metrics', headers }));

	async function withProxies<T>(trustedProxies: string[], work: (to: FastifyInstance) => PromiseLike<T>): Promise<T> {
		const to = await openHttp({ ...platform, config: { ...platform.config, trustedProxies } });
		try {
			return await work(to);
		} finally {
			await to.close();
		}
	}

	test.each([
		['nobody’s word', [], '203.0.113.9', '127.0.0.1'],
		['a trusted proxy’s word', ['127.0.0.1'], '203.0.113.9', '203.0.113.9'],
		['a trusted proxy’s word, not what it was told', ['127.0.0.1'], '198.51.100.1, 203.0.113.9', '203.0.113.9'],
	])('is believed on %s', async (_words, trusted, forwarded, address) => {
		const told = await withProxies(trusted, async (to) => {
			to.get('/test-address', async (request) => request.ip);
			return to.inject({ url: '/test-address', headers: { 'x-forwarded-for': forwarded } });
		});

		expect(told.body).toBe(address);
	});

	test('decides who reads the figures: those on this machine, not whom a proxy brings', async () => {
		expect((await metrics({})).statusCode).toBe(200);
		expect((await metrics({ 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(403);
		expect((await metrics({ 'x-forwarded-for': '203.0.113.9' }, ['127.0.0.1'])).statusCode).toBe(403);
	});
});

test('a body of 300 KiB is too large, but for an operation that takes a file', async () => {
	const text = 'A'.repeat(300 * 1024);

	expect(await post('places.explain-code', { text })).toMatchObject({
		status: 413,
		body: { code: 'payload-too-large' },
	});
	const sending = await post('registrations.check', { content: text, registrantName: 'Trần Thị Bưởi' });
	expect(sending).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
});
