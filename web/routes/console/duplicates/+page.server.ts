import { listPairs } from '#duplicates';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

const states = ['open', 'merged', 'dismissed'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = states.find((one) => one === searchParams.get('state')) ?? 'open';
	const cursor = searchParams.get('after');
	const listed = await askOrShow(event, listPairs, { state, ...(cursor ? { cursor } : {}) });
	return { ...listed, state, isFirst: !cursor };
};
