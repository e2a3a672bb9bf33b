import { listSites } from '#sites';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const after = event.url.searchParams.get('after');
	return { ...(await askOrShow(event, listSites, after ? { after } : {})), isFirst: !after };
};
