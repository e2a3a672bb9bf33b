import { countOpenSightings } from '#web/server/sightings.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { locals, url } = event;
	return {
		language: locals.language,
		who: locals.caller.actor.kind,
		/** Whose drafts a form may show: several people may use one phone. */
		drafts: locals.caller.actor.kind === 'account' ? locals.caller.actor.id : '',
		otherLanguage: languageLink(url, locals.language === 'vi' ? 'en' : 'vi'),
		/** Only for health officers. */
		openSightings: await countOpenSightings(event),
	};
};

/** The same page in the other language. */
function languageLink(url: URL, language: string): string {
	const search = new URLSearchParams(url.search);
	for (const name of [...search.keys()]) if (name.startsWith('/')) search.delete(name);
	search.set('lang', language);
	return `${url.pathname}?${search}`;
}
