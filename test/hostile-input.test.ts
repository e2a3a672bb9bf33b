import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problems } from '#shared/problems';
import { validInput, wrongBody } from '#test/any-input';
import { openEveryone } from '#test/everyone';
import { openHttp } from '../server/http.ts';
import { operations } from '../server/modules.ts';

// More of them: VAORA_FUZZ_RUNS=500 npm test -- hostile. Another seed each time: VAORA_FUZZ_SEED=$RANDOM
const runs = { numRuns: Number(process.env.VAORA_FUZZ_RUNS ?? 12), seed: Number(process.env.VAORA_FUZZ_SEED ?? 1) };

let everyone: Awaited<ReturnType<typeof openEveryone>>;
let app: FastifyInstance;

beforeAll(async () => {
	everyone = await openEveryone();
	app = await openHttp(everyone.platform);
});
afterAll(async () => {
	await app.close();
	await everyone.platform.close();
});

test.each([...operations.keys()])('whatever is sent to %s, by whomever, is answered as the API says', async (name) => {
	const operation = operations.get(name)!;
	const output = Compile(operation.output);
	const { input } = operation;
	const { meant, tokens } = await everyone.renew(operation);
	const body = fc.oneof(
		validInput(input, meant).map((one) => JSON.stringify(one)),
		wrongBody(input, meant),
	);
	const asked = fc.asyncProperty(body, fc.constantFrom(undefined, ...tokens), async (payload, token) => {
		const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };

		const answer = await app.inject({ method: 'POST', url: `/api/v1/${name}`, headers, payload });

		if (answer.statusCode === 200) expect(output.Check(answer.json()), answer.body.slice(0, 500)).toBe(true);
		else expect(answer.json()).toMatchObject({ status: answer.statusCode, code: expect.toSatisfy(isTheirs) });
		expect(answer.body).not.toMatch(/node_modules|\.ts:\d|syntax error|constraint/);
	});
	await fc.assert(asked, runs);
});

/** A problem whoever asked can mend. */
const isTheirs = (code: string) => code in problems && problems[code as keyof typeof problems].status < 500;
