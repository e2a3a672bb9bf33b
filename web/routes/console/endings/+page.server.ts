import { redirect } from '@sveltejs/kit';
import { decide, decideAll, listDue } from '#endings';
import { Problem } from '#platform/problem';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = searchParams.get('state') === 'waiting' ? 'waiting' : 'ready';
	const cursor = searchParams.get('after');
	return {
		...(await askOrShow(event, listDue, { state, ...(cursor ? { cursor } : {}) })),
		areas: await listLedAreas(event.locals.caller.actor, event.locals.language),
		state,
		ended: searchParams.get('ended'),
		left: searchParams.get('left'),
		isFirst: !cursor,
	};
};

export const actions: Actions = {
	decide: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, ['decidedBy', 'decisionNumber']);
		const orders = posted.getAll('orders').map(String);
		const work = () => ask(event, decide, { orders, ...values });
		const done = await askOrReturn(event, { ...values, orders }, work, restrictionFaults);
		if (!('ended' in done)) return done;
		redirect(303, `/console/endings?ended=${done.ended.length}&left=${done.notReady.length}`);
	},
	all: async (event) => {
		const values = readTexts(await event.request.formData(), ['areaId', 'decidedBy', 'decisionNumber']);
		const { areaId, ...decision } = values;
		const work = () => {
			if (!areaId) throw new Problem('invalid-input', { field: 'areaId' });
			return ask(event, decideAll, { areaId: Number(areaId), ...decision });
		};
		const done = await askOrReturn(event, { ...values, form: 'all' }, work, restrictionFaults);
		if (!('batchId' in done)) return done;
		redirect(303, `/console/endings/${done.batchId}`);
	},
};
