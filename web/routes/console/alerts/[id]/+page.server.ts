import { type RequestEvent, redirect } from '@sveltejs/kit';
import { approveAlert, getAlert, previewAlert, releaseStage, stopAlert, submitAlert } from '#alerts';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { alertFaults } from '#web/ui/alert-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const alertId = event.params.id;
	const alert = await askOrShow(event, getAlert, { alertId });
	const isShown = alert.text && (alert.state === 'draft' || alert.state === 'waiting');
	return { alert, preview: isShown ? await askOrShow(event, previewAlert, { alertId }) : undefined };
};

/** Does a step and shows the alert again, or says why not. */
async function step(event: RequestEvent, values: Record<string, string>, work: () => Promise<object>) {
	const done = await askOrReturn(event, values, work, alertFaults);
	if ('fault' in done || 'data' in done) return done;
	redirect(303, event.url.pathname);
}

const idOf = (event: { params: Partial<Record<string, string>> }) => ({ alertId: event.params.id! });

export const actions: Actions = {
	submit: (event) => step(event, {}, () => ask(event, submitAlert, idOf(event))),
	approve: (event) => step(event, {}, () => ask(event, approveAlert, idOf(event))),
	next: async (event) => {
		const { after } = readTexts(await event.request.formData(), ['after']);
		return step(event, {}, () => ask(event, releaseStage, { ...idOf(event), after: Number(after) || 1 }));
	},
	stop: async (event) => {
		const values = readTexts(await event.request.formData(), ['reason']);
		return step(event, values, () => ask(event, stopAlert, { ...idOf(event), reason: values.reason }));
	},
};
