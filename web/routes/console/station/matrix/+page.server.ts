import { getMatrix } from '#monitoring';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cursor = event.url.searchParams.get('after');
	const found = await askOrShow(event, getMatrix, { days: 14, limit: 100, ...(cursor ? { cursor } : {}) });
	return { ...found, isFirst: !cursor };
};
