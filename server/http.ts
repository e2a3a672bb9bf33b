import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { isDeviceToken, resolveDevice } from '#devices';
import { resolveActor } from '#identity';
import type { Actor, Caller } from '#platform/actor';
import { call } from '#platform/call';
import { readMigrationState } from '#platform/migrate';
import type { Operation } from '#platform/operation';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { sql } from '#platform/sql';
import { headersOfAll } from './headers.ts';
import { operations } from './modules.ts';
import { describeApi } from './openapi.ts';
import { mountPages } from './pages.ts';

/** The HTTP server: the operations as JSON, the pages, and what watches them. */
export async function openHttp(platform: Platform): Promise<FastifyInstance> {
	const headers = headersOfAll(platform.config);
	const app = Fastify({
		bodyLimit: 256 * 1024,
		// A file of five megabytes over a slow line takes its time.
		requestTimeout: 60_000,
		http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
		routerOptions: { maxParamLength: 200 },
		trustProxy: platform.config.trustedProxies.length ? platform.config.trustedProxies : false,
		return503OnClosing: true,
		genReqId: () => randomUUID(),
		logger: false,
		frameworkErrors: (error, request, reply) => void answerProblem(platform, error, request, reply.headers(headers)),
	});
	const api = describeApi(operations, platform.config.origin);
	app.addHook('onRequest', (_request, reply, done) => {
		reply.headers(headers);
		done();
	});
	app.setErrorHandler((error, request, reply) => answerProblem(platform, error, request, reply));
	for (const operation of operations.values()) addOperation(app, platform, operation);
	app.all('/api/v1/*', () => {
		throw new Problem('unknown-operation');
	});
	app.get('/api/openapi.json', (_request, reply) => reply.header('cache-control', 'public, max-age=300').send(api));
	addWatching(app, platform);
	await mountPages(app, platform);
	return app;
}

function addOperation(app: FastifyInstance, platform: Platform, operation: Operation): void {
	const { bodyBytesMax: bodyLimit } = operation;
	app.post(`/api/v1/${operation.name}`, bodyLimit ? { bodyLimit } : {}, async (request) => {
		const caller = await toCaller(platform, request);
		return call(platform, operation, caller, (request.body ?? {}) as never);
	});
}

/** Who asks: a bearer token (session, API key or gate device), or the page's cookie when the browser says it is our own page. */
async function toCaller(platform: Platform, request: FastifyRequest): Promise<Caller> {
	const { headers } = request;
	const bearer = headers.authorization?.startsWith('Bearer ') ? headers.authorization.slice(7) : undefined;
	const named = platform.config.production ? /(?:^|;\s*)__Host-vaora=([\w-]+)/ : /(?:^|;\s*)vaora=([\w-]+)/;
	const cookie = bearer ? undefined : named.exec(headers.cookie ?? '')?.[1];
	const isForeign = headers['sec-fetch-site'] !== undefined && headers['sec-fetch-site'] !== 'same-origin';
	if (cookie && isForeign) throw new Problem('not-allowed');
	return {
		actor: await findActor(platform, bearer, cookie),
		address: request.ip,
		requestId: request.id,
		language: headers['accept-language']?.startsWith('en') ? 'en' : 'vi',
	};
}

async function findActor(platform: Platform, bearer: string | undefined, cookie: string | undefined): Promise<Actor> {
	if (bearer && isDeviceToken(bearer)) return (await resolveDevice(platform, bearer)) ?? { kind: 'anyone' };
	const token = bearer ?? cookie;
	return token ? resolveActor(platform, token) : { kind: 'anyone' };
}

function answerProblem(platform: Platform, error: unknown, request: FastifyRequest, reply: FastifyReply) {
	const problem = toProblem(error);
	if (problem.code === 'internal') platform.log.error({ requestId: request.id, path: request.routeOptions.url });
	const { retryAfterSeconds = problem.status === 503 ? 2 : undefined } = problem.options;
	if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
	return reply
		.code(problem.status)
		.header('content-type', 'application/problem+json; charset=utf-8')
		.send(problem.toDocument(`urn:uuid:${request.id}`));
}

/** Fastify's own errors (a body that is no JSON, one too large) in our words. */
function toProblem(error: unknown): Problem {
	if (error instanceof Problem) return error;
	const status = (error as { statusCode?: number }).statusCode;
	if (status === 413) return new Problem('payload-too-large');
	if (status && status < 500) return new Problem('invalid-input', { cause: error });
	return new Problem('internal', { cause: error });
}

function addWatching(app: FastifyInstance, platform: Platform): void {
	let isStopping = false;
	app.addHook('preClose', async () => void (isStopping = true));
	app.get('/livez', async () => 'ok');
	app.get('/readyz', async (_request, reply) => {
		const fault = isStopping ? 'stopping' : await findFault(platform);
		return reply.code(fault ? 503 : 200).send(fault ?? 'ok');
	});
	app.get('/metrics', async (request, reply) => {
		// Figures about an installation are for those who run it, on this machine: not for whoever a proxy lets through.
		const isProxied = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
		if (isProxied || !/^(127\.|::1$|::ffff:127\.)/.test(request.ip)) throw new Problem('not-allowed');
		return reply.type(platform.metrics.registry.contentType).send(await platform.metrics.registry.metrics());
	});
}

async function findFault(platform: Platform): Promise<string | undefined> {
	try {
		await platform.db.one(sql`select 1 as one`);
		const { pending } = await readMigrationState(platform.db);
		return pending.length ? 'migrations pending' : undefined;
	} catch {
		return 'database away';
	}
}
