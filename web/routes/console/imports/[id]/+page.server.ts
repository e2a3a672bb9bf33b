import { redirect } from '@sveltejs/kit';
import { get, getColumns, listFaults, start, stop } from '#imports';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const importId = event.params.id;
	const one = await askOrShow(event, get, { importId });
	if (one.state === 'read') redirect(303, `${event.url.pathname}/columns`);
	const after = Number(event.url.searchParams.get('after') ?? 0);
	const { days, words } = await askOrShow(event, getColumns, { importId });
	return {
		...{ one, days, unknownWords: words.filter(({ rows }) => rows > 0).length, isFirst: !(after > 0) },
		told: await askOrShow(event, listFaults, { importId, ...(after > 0 ? { after } : {}) }),
	};
};

export const actions: Actions = {
	start: async (event) => {
		const leavesOut = (await event.request.formData()).get('faultyRows') === 'leave-out';
		const input = { importId: event.params.id, faultyRows: leavesOut ? 'leave-out' : 'refuse' } as const;
		const done = await askOrReturn(event, {}, () => ask(event, start, input));
		if (!('rows' in done)) return done;
		redirect(303, event.url.pathname);
	},
	stop: async (event) => {
		const done = await askOrReturn(event, {}, () => ask(event, stop, { importId: event.params.id }));
		if ('fault' in done || 'data' in done) return done;
		redirect(303, event.url.pathname);
	},
};
