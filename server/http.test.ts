import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUuid } from '#platform/ids';
import type { TestPlatform } from '#test/database';
import { addCafe, addDeclared, openVaora, signIn } from '#test/people';
import { openHttp } from './http.ts';

let platform: TestPlatform;
let app: FastifyInstance;
let person: Awaited<ReturnType<typeof addDeclared>>;
let place: string;

beforeAll(async () => {
	platform = await openVaora();
	app = await openHttp(platform);
	person = await addDeclared(platform, '+84901230001');
	place = (await addCafe(platform, await signIn(platform, '+84901230002'))).placeId;
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
