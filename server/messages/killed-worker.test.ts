import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { message, openSending, type Sending } from '#test/sending';
import { sendDue } from './index.ts';
import { settleAbandoned } from './send-due.ts';

const root = join(import.meta.dirname, '../..');
const messagesCount = 600;

let sending: Sending;
let server: ChildProcess | undefined;
beforeAll(async () => void (sending = await openSending()));
beforeEach(() => sending.renew());
afterAll(async () => {
	server?.kill('SIGKILL');
	await sending.close();
});

/** A whole server, whose jobs send. */
function startServer(): ChildProcess {
	const { config } = sending.platform;
	return spawn(process.execPath, ['server/main.ts', 'serve'], {
		cwd: root,
		env: {
			...{ ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'fatal', PORT: '0', VAORA_DATA: config.dataFolder },
			...{ VAORA_KEYS_FILE: config.keysFile, DATABASE_URL: config.databaseUrl, VAORA_SMS_URL: config.smsUrl },
		},
		stdio: 'ignore',
	});
}

async function until(isSo: () => boolean): Promise<void> {
	for (const end = Date.now() + 60_000; !isSo(); await wait(5))
		if (Date.now() > end) throw new Error('the server sends nothing');
}

test('a worker that is killed while it sends loses no message and sends none twice', async () => {
	const { platform, gateway } = sending;
	platform.clock.set(new Date().toISOString());
	const sourceId = newId();
	const people = await Promise.all(Array.from({ length: messagesCount }, () => sending.addReached()));
	const expiresAt = new Date(Date.now() + 86_400_000);
	await sending.queue(
		...people.map(({ personId }) => message(personId, { sourceId, expiresAt, mayWakeAtNight: true })),
	);
	gateway.answer = () => wait(5, 200);

	server = startServer();
	await until(() => gateway.phones().length > messagesCount / 4);
	server.kill('SIGKILL');
	await once(server, 'exit');
	const handedOver = gateway.phones().length;
	platform.clock.set(new Date(Date.now() + 3 * 60_000 + 1_000).toISOString());
	while (await settleAbandoned(platform));
	await sendDue(platform);

	const { sent = 0, unsure = 0, ...others } = await sending.counts(sourceId);
	expect(handedOver).toBeLessThan(messagesCount);
	expect(others).toEqual({});
	expect(sent + unsure).toBe(messagesCount);
	// Two workers of the killed server had a handful each.
	expect(unsure).toBeLessThanOrEqual(100);
	expect(new Set(gateway.phones()).size).toBe(gateway.phones().length);
	expect(gateway.phones().length).toBeGreaterThanOrEqual(sent);
	expect((await sending.callsOf(sourceId)).map(({ reason }) => reason)).toEqual(Array(unsure).fill('unsure'));
}, 120_000);
