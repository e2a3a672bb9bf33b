import { listAlerts } from '#alerts';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cursor = event.url.searchParams.get('after');
	return { ...(await askOrShow(event, listAlerts, cursor ? { cursor } : {})), isFirst: !cursor };
};
