import type { RequestEvent } from '@sveltejs/kit';
import type { Language } from '#shared/language';

/** Vietnamese, unless the person chose English by the link at the top, now or before. */
export function readLanguage({ url, cookies }: RequestEvent): Language {
	const asked = url.searchParams.get('lang');
	if (asked === 'vi' || asked === 'en') {
		cookies.set('lang', asked, {
			path: '/',
			maxAge: 31_536_000,
			httpOnly: true,
			sameSite: 'lax',
			secure: url.protocol === 'https:',
		});
		return asked;
	}
	return cookies.get('lang') === 'en' ? 'en' : 'vi';
}
