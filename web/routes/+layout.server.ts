import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => ({
	language: locals.language,
	who: locals.caller.actor.kind,
	/** Whose drafts a form may show: several people may use one phone. */
	drafts: locals.caller.actor.kind === 'account' ? locals.caller.actor.id : '',
	otherLanguage: languageLink(url, locals.language === 'vi' ? 'en' : 'vi'),
});

/** The same page in the other language. */
function languageLink(url: URL, language: string): string {
	const search = new URLSearchParams(url.search);
	for (const name of [...search.keys()]) if (name.startsWith('/')) search.delete(name);
	search.set('lang', language);
	return `${url.pathname}?${search}`;
}
