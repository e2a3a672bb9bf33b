import { listMyLooks } from '#audit';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cursor = event.url.searchParams.get('after') ?? undefined;
	return askOrShow(event, listMyLooks, cursor ? { cursor } : {});
};
