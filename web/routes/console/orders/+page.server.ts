import { listOrders } from '#isolation';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

const states = ['in-force', 'over', 'all'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const day = /^\d{4}-\d\d-\d\d$/.exec(searchParams.get('day') ?? '')?.[0];
	const state = states.find((one) => one === searchParams.get('state')) ?? (day ? 'all' : 'in-force');
	const cursor = searchParams.get('after');
	const input = { state, ...(day ? { day } : {}), ...(cursor ? { cursor } : {}) };
	return { ...(await askOrShow(event, listOrders, input)), state, day, isFirst: !cursor };
};
