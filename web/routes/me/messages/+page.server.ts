import { listMine, markRead } from '#messages';
import { ask, askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cursor = event.url.searchParams.get('after');
	const listed = await askOrShow(event, listMine, cursor ? { cursor } : {});
	// What is shown now is read; what comes meanwhile is not.
	const newest = listed.messages[0];
	if (!cursor && newest && !newest.readAt) await ask(event, markRead, { until: newest.at });
	return { ...listed, isFirst: !cursor };
};
