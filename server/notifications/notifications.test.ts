import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import { openTestPlatform, type TestPlatform } from '#test/database';
import { listOutbox, openSmsSender } from './index.ts';

let platform: TestPlatform;
beforeAll(async () => {
	platform = await openTestPlatform();
});
afterAll(() => platform.close());

const caller = { ...systemCaller('test'), actor: { kind: 'anyone' as const } };

test('outside production a message can be read in the outbox', async () => {
	await openSmsSender({ production: false, smsUrl: undefined }, platform.log)('+84901234567', 'Mã 123456');

	const { messages } = await call(platform, listOutbox, caller, {});

	expect(messages[0]).toMatchObject({ phone: '+84901234567', text: 'Mã 123456' });
});

test('in production there is no outbox', async () => {
	const production = { ...platform, config: { ...platform.config, production: true } };

	await expect(call(production, listOutbox, caller, {})).rejects.toMatchObject({ code: 'not-found' });
});

test('a gateway that fails once is asked again', async () => {
	const got: string[] = [];
	const gateway = createServer((request, response) => {
		request.setEncoding('utf8').on('data', (part) => got.push(part));
		request.on('end', () => response.writeHead(got.length > 1 ? 200 : 500).end());
	});
	await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
	const smsUrl = `http://127.0.0.1:${(gateway.address() as { port: number }).port}`;

	await openSmsSender({ production: true, smsUrl }, platform.log)('+84901234567', 'Mã 123456');
	gateway.close();

	expect(got.map((body) => JSON.parse(body).to)).toEqual(['+84901234567', '+84901234567']);
});
