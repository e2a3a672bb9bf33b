import { brotliCompressSync, constants } from 'node:zlib';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { resolveActor } from '#identity';
import { describeError } from '#platform/log';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { toFault } from '#web/server/ask.ts';
import { readLanguage } from '#web/server/language.ts';
import { readToken } from '#web/server/session.ts';
import { wordsIn } from '#web/ui/words.ts';

/** Who asks and in which language; then the headers every page has. */
export const handle: Handle = async ({ event, resolve }) => {
	const token = readToken(event);
	event.locals.language = readLanguage(event);
	event.locals.caller = {
		actor: token ? await resolveActor(running.platform!, token) : { kind: 'anyone' },
		address: event.request.headers.get('x-client-address') ?? 'unknown',
		requestId: event.request.headers.get('x-request-id') ?? crypto.randomUUID(),
		language: event.locals.language,
	};
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.language),
	});
	setHeaders(response.headers);
	if (event.route.id === '/gate') allowScanner(response.headers);
	return compress(event.request, tellScript(event.request, response));
};

/** A script would follow a redirect and so load the next page twice; it is told where to go instead. */
function tellScript(request: Request, response: Response): Response {
	const to = response.headers.get('location');
	if (!to || !request.headers.has('x-vaora-script')) return response;
	const headers = new Headers(response.headers);
	headers.delete('location');
	headers.set('x-location', to);
	return new Response(null, { status: 204, headers });
}

/** What only pages need beside the headers of every answer (`server/headers.ts`). */
function setHeaders(headers: Headers): void {
	headers.set('referrer-policy', 'same-origin');
	headers.set('permissions-policy', 'geolocation=(), microphone=(), camera=(self)');
	headers.set('cross-origin-opener-policy', 'same-origin');
	if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
}

/** How SvelteKit hides the element that tells screen readers of a new page. */
const announcerStyle = "'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='";

/** Only a gate's page reads codes: in a thread of its own, with a decoder in WebAssembly. */
function allowScanner(headers: Headers): void {
	const policy = headers.get('content-security-policy') ?? '';
	const widened = policy.replace(/script-src [^;]*/, "$& 'wasm-unsafe-eval'");
	// The thread is made by the page itself, so that it loads without a network: see frame-reader.ts.
	const added = `worker-src 'self' blob:; style-src-attr 'unsafe-hashes' ${announcerStyle}`;
	headers.set('content-security-policy', `${widened}; ${added}`);
}

/** A page in four kilobytes instead of fifteen: on a weak network that is a second. */
async function compress(request: Request, response: Response): Promise<Response> {
	const isPage = response.headers.get('content-type')?.startsWith('text/html');
	const takesBrotli = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
	if (!isPage || !takesBrotli || response.headers.has('content-encoding')) return response;
	const body = Buffer.from(await response.arrayBuffer());
	const packed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
	const headers = new Headers(response.headers);
	headers.set('content-encoding', 'br');
	headers.set('content-length', String(packed.length));
	headers.append('vary', 'accept-encoding');
	return new Response(packed, { status: response.status, headers });
}

/** A bug is logged once, without what the person sent; what was said on purpose stays as it was said. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	const t = wordsIn(event.locals.language ?? 'vi');
	const missing = { message: t('Không có trang này', 'There is no such page'), code: 'not-found' };
	// A page that throws a bare 404 gives it no words of its own.
	if (kind === 'app') return error.message === 'Error: 404' ? missing : {};
	if (kind === 'framework' && error.status === 404) return missing;
	if (kind === 'framework')
		return { message: t('Không gửi được từ trang này', 'This cannot be sent from here'), code: 'refused' };
	running.platform?.log.error({ path: event.route.id, error: describeError(error) });
	// As when the database is away: there are words for it.
	if (error instanceof Problem) {
		const { title, detail, code } = toFault(error, event.locals.language ?? 'vi');
		return { message: title, detail, code };
	}
	return { message: t('Có lỗi trong hệ thống', 'Something broke on our side'), code: 'internal' };
};
