import { listEntries } from '#audit';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cursor = event.url.searchParams.get('after');
	return { ...(await askOrShow(event, listEntries, cursor ? { cursor } : {})), isFirst: !cursor };
};
