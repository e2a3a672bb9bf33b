import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';

const kibibyte = 1_024;
/** What a form may hold. */
const formBytesMax = 512 * kibibyte;
const mebibyte = kibibyte * kibibyte;
/** The pages that take a file, and what each may hold: the file and the form around it. */
const fileFormBytesMax = new Map([
	['/places/import', 6 * mebibyte],
	['/console/imports/new', 21 * mebibyte],
]);

/** Whoever sent too much by a form reads so on a page with the way back, whoever asked for something else as a Problem. */
function refuse(request: IncomingMessage): void {
	if (!request.headers.accept?.includes('text/html')) throw new Problem('payload-too-large');
	request.method = 'GET';
	request.url = `/too-large?from=${encodeURIComponent(request.url?.split('?')[0] ?? '/')}`;
	delete request.headers['content-length'];
	delete request.headers['transfer-encoding'];
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const built = join(import.meta.dirname, '../build/handler.js');

/** Serves the built pages for every path the API does not have. */
export async function mountPages(app: FastifyInstance, platform: Platform): Promise<void> {
	if (!existsSync(built)) return;
	running.platform = platform;
	// The web framework takes the address people see from these, so that it can tell a form post of our own page.
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	process.env.HOST_HEADER = 'x-forwarded-host';
	process.env.BODY_SIZE_LIMIT = String(Math.max(...fileFormBytesMax.values()));
	const { handler } = (await import(pathToFileURL(built).href)) as { handler: Handler };
	await app.register(async (pages) => {
		// The pages read their own bodies.
		pages.removeAllContentTypeParsers();
		pages.addContentTypeParser('*', (_request, _body, done) => done(null));
		pages.all('/*', (request, reply) => {
			const { headers } = request.raw;
			const bytesMax = fileFormBytesMax.get(request.url.split('?')[0]!);
			const isLarge = Number(headers['content-length'] ?? 0) > (bytesMax ?? formBytesMax);
			if (isLarge || (headers['transfer-encoding'] && !bytesMax)) refuse(request.raw);
			const origin = new URL(
				platform.config.production ? platform.config.origin : `http://${headers.host ?? 'localhost'}`,
			);
			headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
			headers['x-forwarded-host'] = origin.host;
			headers['x-client-address'] = request.ip;
			headers['x-request-id'] = request.id;
			const { 'content-security-policy': _forNoPage, ...kept } = reply.getHeaders();
			for (const [name, value] of Object.entries(kept)) reply.raw.setHeader(name, value!);
			reply.hijack();
			handler(request.raw, reply.raw, () => {
				reply.raw.statusCode = 404;
				reply.raw.end();
			});
		});
	});
}
