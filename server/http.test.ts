import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revoke } from '#devices';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import type { TestPlatform } from '#test/database';
import { pairDevice } from '#test/gate';
import { addCafe, addDeclared, openVaora, type SignedIn, signIn } from '#test/people';
import { openHttp } from './http.ts';

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
		const url = '/api/v1/visits.list-inside';
		const answer = await app.inject({ method: 'POST', url, headers, payload: { place } });
		return [answer.statusCode, answer.json().code];
	};

	expect(await ask({ authorization: `Bearer ${token}` })).toEqual([200, undefined]);
	expect(await ask({ cookie: `vaora=${token}` })).toEqual([401, 'not-signed-in']);
	await call(platform, revoke, await manager.caller(), { place, device });
	expect(await ask({ authorization: `Bearer ${token}` })).toEqual([401, 'device-revoked']);
	expect(await ask({ authorization: `Bearer vg_${'x'.repeat(43)}` })).toEqual([401, 'not-signed-in']);
});
