import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { deliver } from './index.ts';
import { listKept } from './outbox.ts';

interface Got {
	key: string | undefined;
	body: { to?: string; text?: string; messages?: { id: string; to: string; text: string }[] };
}

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

/** A gateway that answers as it is told. */
async function openGateway(answer: (got: Got) => { status: number; body?: unknown } | 'hang up') {
	const got: Got[] = [];
	const server = createServer(async (request, response) => {
		let text = '';
		for await (const part of request) text += part;
		const one = { key: request.headers['idempotency-key'] as string | undefined, body: JSON.parse(text) };
		got.push(one);
		const said = answer(one);
		if (said === 'hang up') request.socket.destroy();
		else response.writeHead(said.status).end(said.body === undefined ? '' : JSON.stringify(said.body));
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { got, smsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** An address where nobody stands. */
async function nowhere(): Promise<string> {
	const { smsUrl } = await openGateway(() => 'hang up');
	await new Promise((resolve) => servers.pop()!.close(resolve));
	return smsUrl;
}

const parcel = (key: string) => ({ key, phone: `+8490123456${key}`, text: `Tin ${key}` });

describe('one message a request', () => {
	test('each is handed over under its key, and answered in its order', async () => {
		const statuses: Record<string, number> = { 1: 200, 2: 422, 3: 503, 4: 504, 5: 500, 6: 429 };
		const { got, smsUrl } = await openGateway(({ key }) => ({ status: statuses[key!]! }));

		const answers = await deliver(
			{ production: true, smsUrl, smsBatch: 1 },
			Object.keys(statuses).map((key) => parcel(key)),
		);

		expect(answers).toEqual(['taken', 'refused', 'later', 'unsure', 'later', 'later']);
		expect(got.find(({ key }) => key === '1')!.body).toEqual({ to: '+84901234561', text: 'Tin 1' });
	});

	test('a gateway that hangs up may have taken it; one that is not there has not', async () => {
		const { smsUrl } = await openGateway(() => 'hang up');

		expect(await deliver({ production: true, smsUrl, smsBatch: 1 }, [parcel('1')])).toEqual(['unsure']);
		expect(await deliver({ production: true, smsUrl: await nowhere(), smsBatch: 1 }, [parcel('1')])).toEqual(['later']);
	});
});

describe('many messages a request', () => {
	test('each has its own answer; one the gateway says nothing of is unsure', async () => {
		const results = [
			{ id: '1', state: 'taken' },
			{ id: '2', state: 'refused' },
			{ id: '3', state: 'later' },
		];
		const { got, smsUrl } = await openGateway(() => ({ status: 200, body: { results } }));

		const answers = await deliver({ production: true, smsUrl, smsBatch: 10 }, ['1', '2', '3', '4'].map(parcel));

		expect(answers).toEqual(['taken', 'refused', 'later', 'unsure']);
		expect(got).toHaveLength(1);
		expect(got[0]!.body.messages).toHaveLength(4);
	});

	test('a refused request refuses nobody’s number', async () => {
		const { smsUrl } = await openGateway(() => ({ status: 400 }));

		expect(await deliver({ production: true, smsUrl, smsBatch: 10 }, [parcel('1'), parcel('2')])).toEqual([
			'later',
			'later',
		]);
	});
});

test('outside production a message stands in the outbox too', async () => {
	await deliver({ production: false, smsUrl: undefined, smsBatch: 1 }, [parcel('7')]);

	expect(listKept()[0]).toMatchObject({ phone: '+84901234567', text: 'Tin 7' });
});
