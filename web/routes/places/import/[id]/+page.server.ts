import { redirect } from '@sveltejs/kit';
import { cancel, get, listFaults, start } from '#registrations';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const registration = event.params.id;
	const after = Number(event.url.searchParams.get('after') ?? 0);
	const one = await askOrShow(event, get, { registration });
	const told = await askOrShow(event, listFaults, { registration, ...(after > 0 ? { after } : {}) });
	return { one, told, isFirst: !(after > 0) };
};

export const actions: Actions = {
	start: async (event) => {
		const leavesOut = (await event.request.formData()).get('faultyRows') === 'leave-out';
		const input = { registration: event.params.id, faultyRows: leavesOut ? 'leave-out' : 'refuse' } as const;
		const done = await askOrReturn(event, {}, () => ask(event, start, input));
		if (!('rows' in done)) return done;
		redirect(303, event.url.pathname);
	},
	cancel: async (event) => {
		const done = await askOrReturn(event, {}, async () => ({
			done: await ask(event, cancel, { registration: event.params.id }),
		}));
		if (!('done' in done)) return done;
		redirect(303, event.url.pathname);
	},
};
