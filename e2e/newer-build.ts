import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands before the server of this run, at an address of its own: what a browser gets there can be a newer build of the
 * same pages, and what a gate sends can be told to wait.
 */
export interface NewerBuild {
	address: string;
	/** From now on the service worker is another version's. */
	release(): void;
	/** Whether the server has no time for scans. */
	isBusy: boolean;
	close(): Promise<void>;
}

export async function openNewerBuild(origin: string): Promise<NewerBuild> {
	let isReleased = false;
	const server = createServer((asked, answer) => {
		if (newer.isBusy && asked.url!.startsWith('/api/v1/devices.record')) {
			answer.writeHead(503, { 'retry-after': '1' }).end('{}');
			return;
		}
		const isWorker = asked.url === '/service-worker.js';
		const { 'accept-encoding': _packed, ...headers } = asked.headers;
		const passed = request(new URL(asked.url!, origin), { method: asked.method, headers }, (given) => {
			if (!isReleased || !isWorker) {
				answer.writeHead(given.statusCode!, given.headers);
				given.pipe(answer);
				return;
			}
			const parts: Buffer[] = [];
			given.on('data', (part) => parts.push(part));
			given.on('end', () => {
				const text = Buffer.concat(parts)
					.toString()
					.replace(/version:`(\d+)`/, 'version:`$19`');
				answer.writeHead(200, { 'content-type': 'text/javascript' }).end(text);
			});
		});
		passed.on('error', () => answer.destroy());
		asked.pipe(passed);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const newer: NewerBuild = {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		release: () => void (isReleased = true),
		isBusy: false,
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
	return newer;
}
