import { redirect } from '@sveltejs/kit';
import { getMine, unsubscribe } from '#push';
import { setTime } from '#reminders';
import { ask, askOrReturn, signInPath } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (event.locals.caller.actor.kind !== 'account') redirect(303, signInPath(event.url));
	return { ...(await ask(event, getMine, {})), isSet: event.url.searchParams.has('set') };
};

export const actions: Actions = {
	/** From which hour on one is reminded, or another link where others know the one there is. */
	time: async (event) => {
		const { from, renew } = readTexts(await event.request.formData(), ['from', 'renew']);
		const input = renew ? { renewLink: true } : { from: from === '' ? null : Number(from) };
		const done = await askOrReturn(event, { from }, () => ask(event, setTime, input));
		return 'fault' in done || 'data' in done ? done : redirect(303, '/me/reminders?set=1');
	},
	off: async (event) => {
		const done = await askOrReturn(event, {}, () => ask(event, unsubscribe, {}));
		return 'fault' in done || 'data' in done ? done : redirect(303, '/me/reminders?set=1');
	},
};
