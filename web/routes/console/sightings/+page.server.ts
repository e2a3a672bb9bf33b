import { redirect } from '@sveltejs/kit';
import { handleSighting, listSightings, revealPerson } from '#isolation';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

const states = ['open', 'handled', 'all'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = states.find((one) => one === searchParams.get('state')) ?? 'open';
	const cursor = searchParams.get('after');
	const listed = await askOrShow(event, listSightings, { state, ...(cursor ? { cursor } : {}) });
	return { ...listed, state, after: cursor ?? '', handled: searchParams.get('handled') };
};

export const actions: Actions = {
	reveal: async (event) => {
		const values = readTexts(await event.request.formData(), ['sightingId', 'purpose']);
		return askOrReturn(
			event,
			values,
			async () => ({ values, revealed: await ask(event, revealPerson, values), fault: undefined }),
			restrictionFaults,
		);
	},
	handle: async (event) => {
		const values = readTexts(await event.request.formData(), ['sightingId', 'note']);
		const done = await askOrReturn(event, values, () => ask(event, handleSighting, values), restrictionFaults);
		if (!('handled' in done)) return done;
		redirect(303, `/console/sightings?handled=${done.handled}`);
	},
};
