import { listMyPlaces } from '#places';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

/** More than a page of them are found by name. */
const limit = 20;

export const load: PageServerLoad = async (event) => {
	const read = (name: string) => (event.url.searchParams.get(name) ?? '').trim().slice(0, 200);
	const [find, after] = [read('find'), read('after')];
	const asked = { limit, ...(find ? { text: find } : {}), ...(after ? { after } : {}) };
	return { ...(await askOrShow(event, listMyPlaces, asked)), limit, find, isFirst: !after };
};
