import { redirect } from '@sveltejs/kit';
import { running } from '#platform/running';
import { count, decide, list, refuse } from '#proposals';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

const states = ['to-decide', 'to-tell', 'done'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = states.find((one) => one === searchParams.get('state')) ?? 'to-decide';
	const cursor = searchParams.get('after');
	const listed = await askOrShow(event, list, { state, ...(cursor ? { cursor } : {}) });
	return {
		...listed,
		counts: await ask(event, count, {}),
		now: running.platform!.clock.now().toISOString(),
		done: searchParams.get('done'),
		state,
		isFirst: !cursor,
	};
};

export const actions: Actions = {
	decide: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, ['decidedBy', 'decisionNumber', 'contact']);
		const { decidedBy, decisionNumber, contact } = values;
		const proposals = posted.getAll('proposals').map(String);
		const input = { proposals, decidedBy, decisionNumber, ...(contact ? { contact } : {}) };
		const done = await askOrReturn(event, { ...values, proposals }, () => ask(event, decide, input), restrictionFaults);
		if (!('orders' in done)) return done;
		redirect(303, `/console/proposals?state=to-tell&done=${done.orders.length}`);
	},
	refuse: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, ['decidedBy', 'reason']);
		const proposals = posted.getAll('proposals').map(String);
		const input = { proposals, ...values };
		const done = await askOrReturn(event, { ...values, proposals }, () => ask(event, refuse, input), restrictionFaults);
		if (!('refused' in done)) return done;
		redirect(303, `/console/proposals?state=done&done=${done.refused}`);
	},
};
