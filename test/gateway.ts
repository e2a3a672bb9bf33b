import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestPlatform } from './database.ts';

interface Got {
	key: string;
	phone: string;
	text: string;
}

/** A gateway that takes the installation's text messages over HTTP, keeps them, and answers as it is told. */
export async function openGateway(platform: TestPlatform) {
	const got: Got[] = [];
	const server = createServer(async (request, response) => {
		let body = '';
		for await (const part of request) body += part;
		const { to: phone, text } = JSON.parse(body);
		const one = { key: String(request.headers['idempotency-key']), phone, text };
		got.push(one);
		const answer = await gateway.answer(one);
		if (answer === 'hang up') request.socket.destroy();
		else response.writeHead(answer).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	platform.config = {
		...platform.config,
		smsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
	};
	const gateway = {
		answer: (_one: Got): number | 'hang up' | Promise<number | 'hang up'> => 200,
		sentTo: (phone: string) => got.filter((one) => one.phone === phone).map(({ text }) => text),
		keysOf: (phone: string) => got.filter((one) => one.phone === phone).map(({ key }) => key),
		phones: () => got.map(({ phone }) => phone),
		reset() {
			got.length = 0;
			gateway.answer = () => 200;
		},
		close: () => new Promise<unknown>((resolve) => void server.close(resolve).closeAllConnections()),
	};
	return gateway;
}
