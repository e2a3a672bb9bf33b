import type { Actor } from '#platform/actor';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url, route }) => {
	// A gate's device keeps its page: nothing of who is signed in may be in it.
	const actor = route.id === '/gate' ? anyone : locals.caller.actor;
	return {
		language: locals.language,
		who: actor.kind,
		/** Whose drafts a form may show: several people may use one phone. */
		drafts: actor.kind === 'account' ? actor.id : '',
		otherLanguage: languageLink(url, locals.language === 'vi' ? 'en' : 'vi'),
	};
};

const anyone: Actor = { kind: 'anyone' };

/** The same page in the other language. */
function languageLink(url: URL, language: string): string {
	const search = new URLSearchParams(url.search);
	for (const name of [...search.keys()]) if (name.startsWith('/')) search.delete(name);
	search.set('lang', language);
	return `${url.pathname}?${search}`;
}
