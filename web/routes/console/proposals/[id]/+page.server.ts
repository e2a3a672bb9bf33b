import { redirect } from '@sveltejs/kit';
import { running } from '#platform/running';
import { decide, get, noteNotices, refuse } from '#proposals';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { howWords, restrictionFaults, toldWords } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	one: await askOrShow(event, get, { proposalId: event.params.id }),
	now: running.platform!.clock.now().toISOString(),
});

export const actions: Actions = {
	decide: async (event) => {
		const values = readTexts(await event.request.formData(), ['decidedBy', 'decisionNumber', 'contact']);
		const { decidedBy, decisionNumber, contact } = values;
		const input = { proposals: [event.params.id], decidedBy, decisionNumber, ...(contact ? { contact } : {}) };
		const done = await askOrReturn(event, values, () => ask(event, decide, input), restrictionFaults);
		if (!('orders' in done)) return done;
		redirect(303, `/console/proposals/${event.params.id}?decided`);
	},
	refuse: async (event) => {
		const values = readTexts(await event.request.formData(), ['decidedBy', 'reason']);
		const input = { proposals: [event.params.id], decidedBy: values.decidedBy, reason: values.reason };
		const done = await askOrReturn(event, values, () => ask(event, refuse, input), restrictionFaults);
		if (!('refused' in done)) return done;
		redirect(303, `/console/proposals/${event.params.id}`);
	},
	tell: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, ['how', 'toldAt']);
		const whom = posted.getAll('whom').map(String);
		const toldAt = readLocalTime(values.toldAt);
		const input = {
			proposals: [event.params.id],
			whom: whom.filter((one) => Object.hasOwn(toldWords, one)) as 'person'[],
			how: (Object.hasOwn(howWords, values.how) ? values.how : '') as 'phone',
			...(toldAt ? { toldAt } : {}),
		};
		const done = await askOrReturn(event, { ...values, whom }, () => ask(event, noteNotices, input), restrictionFaults);
		if (!('told' in done)) return done;
		redirect(303, `/console/proposals/${event.params.id}?told`);
	},
};
