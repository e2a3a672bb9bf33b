import type { Actor } from '#platform/actor';
import { countOpenSightings } from '#web/server/sightings.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { locals, url, route } = event;
	// A gate's device keeps its page: nothing of who is signed in may be in it.
	const isGate = route.id === '/gate';
	const actor = isGate ? anyone : locals.caller.actor;
	return {
		language: locals.language,
		who: actor.kind,
		/** Whose drafts a form may show: several people may use one phone. */
		drafts: actor.kind === 'account' ? actor.id : '',
		otherLanguage: languageLink(url, locals.language === 'vi' ? 'en' : 'vi'),
		/** Only for health officers. */
		openSightings: isGate ? undefined : await countOpenSightings(event),
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
