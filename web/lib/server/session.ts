import type { RequestEvent } from '@sveltejs/kit';

/** Over https a cookie no other host and no other path can set; on this machine plain http must do. */
const nameFor = (url: URL) => (url.protocol === 'https:' ? '__Host-vaora' : 'vaora');

export const readToken = ({ cookies, url }: RequestEvent): string | undefined => cookies.get(nameFor(url));

export function keepToken({ cookies, url }: RequestEvent, token: string, expiresAt: string): void {
	cookies.set(nameFor(url), token, {
		path: '/',
		expires: new Date(expiresAt),
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
	});
}

export function dropToken({ cookies, url }: RequestEvent): void {
	cookies.delete(nameFor(url), { path: '/', secure: url.protocol === 'https:' });
}
