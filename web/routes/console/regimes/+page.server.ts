import { redirect } from '@sveltejs/kit';
import { listRegimes } from '#diseases';
import { getTemplate, setTemplate } from '#endings';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await askOrShow(event, listRegimes, {})),
	template: await askOrShow(event, getTemplate, {}),
	kept: event.url.searchParams.get('kept'),
	isSet: event.url.searchParams.has('set'),
});

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, ['title', 'source']);
		// Lines end as the browser sends them; the template keeps one sign.
		const body = String(posted.get('body') ?? '')
			.replaceAll('\r\n', '\n')
			.trim()
			.slice(0, 4_000);
		const input = { ...values, body, isSample: posted.has('isSample') };
		const done = await askOrReturn(event, { ...values, body }, () => ask(event, setTemplate, input), restrictionFaults);
		if (!('version' in done)) return done;
		redirect(303, '/console/regimes?set');
	},
};
