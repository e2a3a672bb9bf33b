import { listCases } from '#cases';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

const states = ['open', 'closed', 'all'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = states.find((one) => one === searchParams.get('state')) ?? 'open';
	const cursor = searchParams.get('after');
	const { actor } = event.locals.caller;
	return {
		...(await askOrShow(event, listCases, { state, ...(cursor ? { cursor } : {}) })),
		state,
		isFirst: !cursor,
		authority: actor.kind === 'staff' ? actor.authority : '',
	};
};
