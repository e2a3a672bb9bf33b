import { listPublished } from '#venues';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cursor = event.url.searchParams.get('after');
	return { ...(await askOrShow(event, listPublished, cursor ? { cursor } : {})), isFirst: !cursor };
};
