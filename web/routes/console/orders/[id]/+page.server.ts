import { redirect } from '@sveltejs/kit';
import { endOrder, getOrder } from '#isolation';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	one: await askOrShow(event, getOrder, { orderId: event.params.id }),
});

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), ['reason']);
		const input = { orderId: event.params.id, reason: values.reason };
		const done = await askOrReturn(event, values, () => ask(event, endOrder, input), restrictionFaults);
		if (!('endedAt' in done)) return done;
		redirect(303, `/console/orders/${event.params.id}`);
	},
};
