import { redirect } from '@sveltejs/kit';
import { getAlert, recallAlert } from '#alerts';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { alertFaults } from '#web/ui/alert-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const alert = await askOrShow(event, getAlert, { alertId: event.params.id });
	if (!['sending', 'sent', 'stopped'].includes(alert.state)) redirect(303, `/console/alerts/${event.params.id}`);
	const reached = (alert.messages.sent ?? 0) + (alert.messages.unsure ?? 0);
	return { placeName: alert.placeName ?? '', phone: alert.phone ?? '', text: alert.text, reached };
};

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), ['correction.vi', 'correction.en', 'reason']);
		const input = {
			alertId: event.params.id,
			correction: { vi: values['correction.vi'], en: values['correction.en'] },
			reason: values.reason,
		};
		const done = await askOrReturn(event, values, () => ask(event, recallAlert, input), alertFaults);
		if (!('stopped' in done)) return done;
		redirect(303, `/console/alerts/${event.params.id}`);
	},
};
