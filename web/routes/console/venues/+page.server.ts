import { redirect } from '@sveltejs/kit';
import { listNotices, publishNotice, withdrawNotice } from '#venues';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { alertFaults } from '#web/ui/alert-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cursor = event.url.searchParams.get('after');
	const listed = await askOrShow(event, listNotices, cursor ? { cursor } : {});
	return { ...listed, isFirst: !cursor, isProposed: event.url.searchParams.has('proposed') };
};

export const actions: Actions = {
	publish: async (event) => {
		const values = readTexts(await event.request.formData(), ['noticeId']);
		const done = await askOrReturn(event, values, () => ask(event, publishNotice, values), alertFaults);
		return 'publishedAt' in done ? redirect(303, '/console/venues') : done;
	},
	withdraw: async (event) => {
		const values = readTexts(await event.request.formData(), ['noticeId', 'correction.vi', 'correction.en']);
		const correction = { vi: values['correction.vi'], en: values['correction.en'] };
		const input = { noticeId: values.noticeId, correction };
		const done = await askOrReturn(event, values, () => ask(event, withdrawNotice, input), alertFaults);
		return 'withdrawnAt' in done ? redirect(303, '/console/venues') : done;
	},
};
