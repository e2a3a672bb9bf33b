import { redirect } from '@sveltejs/kit';
import { get, listFaults, start } from '#rosters';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { roster } = event.params;
	const after = Number(event.url.searchParams.get('after') ?? 0);
	return {
		one: await askOrShow(event, get, { roster }),
		told: await askOrShow(event, listFaults, { roster, ...(after > 0 ? { after } : {}) }),
		isFirst: !(after > 0),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const leavesOut = (await event.request.formData()).get('faultyRows') === 'leave-out';
		const input = { roster: event.params.roster, faultyRows: leavesOut ? 'leave-out' : 'refuse' } as const;
		const done = await askOrReturn(event, {}, () => ask(event, start, input));
		if (!('rows' in done)) return done;
		redirect(303, event.url.pathname);
	},
};
