import { redirect } from '@sveltejs/kit';
import { cancelPrint, formats, getPrint } from '#posters';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const one = await askOrShow(event, getPrint, { print: event.params.id });
	return { one, title: formats[one.format].title[event.locals.language] };
};

export const actions: Actions = {
	cancel: async (event) => {
		const done = await askOrReturn(event, {}, async () => ({
			done: await ask(event, cancelPrint, { print: event.params.id }),
		}));
		if (!('done' in done)) return done;
		redirect(303, event.url.pathname);
	},
};
