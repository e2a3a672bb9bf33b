import { redirect } from '@sveltejs/kit';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { restrictionFaults } from '#web/ui/restriction-words.ts';
import { endCordon, listCordons } from '#zones';
import type { Actions, PageServerLoad } from './$types';

const states = ['in-force', 'over', 'all'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = states.find((one) => one === searchParams.get('state')) ?? 'in-force';
	const cursor = searchParams.get('after');
	const listed = await askOrShow(event, listCordons, { state, ...(cursor ? { cursor } : {}) });
	return { ...listed, state, isFirst: !cursor, declared: searchParams.get('declared') };
};

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), ['cordonId', 'decision']);
		const done = await askOrReturn(event, values, () => ask(event, endCordon, values), restrictionFaults);
		if (!('endedAt' in done)) return done;
		redirect(303, '/console/cordons?state=over');
	},
};
