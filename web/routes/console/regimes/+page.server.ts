import { redirect } from '@sveltejs/kit';
import { getTemplate, setTemplate } from '#certificates';
import { listRegimes } from '#diseases';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readOptional } from '#web/server/new-version.ts';
import { readLongText, readTexts } from '#web/server/posted.ts';
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
		const { validDays, ...values } = readTexts(posted, ['title', 'source', 'validDays']);
		const body = readLongText(posted, 'body', 4_000);
		const work = () => {
			const days = readOptional({ validDays }, 'validDays');
			const input = { ...values, body, isSample: posted.has('isSample') };
			return ask(event, setTemplate, { ...input, ...(days === undefined ? {} : { validDays: days }) });
		};
		const done = await askOrReturn(event, { ...values, body, validDays }, work, {
			...restrictionFaults,
			validDays: { vi: 'Một số từ 1 đến 3660, hoặc bỏ trống', en: 'A number from 1 to 3660, or nothing' },
		});
		if (!('version' in done)) return done;
		redirect(303, '/console/regimes?set');
	},
};
