import { redirect } from '@sveltejs/kit';
import { countDue, decide, decideAll, listDue, listGroundless, settleGroundless } from '#endings';
import { Problem } from '#platform/problem';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

const states = ['ready', 'waiting', 'groundless'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = states.find((one) => one === searchParams.get('state')) ?? 'ready';
	const cursor = searchParams.get('after');
	const page = cursor ? { cursor } : {};
	const isGroundless = state === 'groundless';
	const groundless = isGroundless ? await askOrShow(event, listGroundless, page) : undefined;
	const due = isGroundless ? undefined : await askOrShow(event, listDue, { state, ...page });
	return {
		counts: await askOrShow(event, countDue, {}),
		orders: due?.orders ?? [],
		groundless: groundless?.orders ?? [],
		nextCursor: (groundless ?? due)?.nextCursor,
		areas: await listLedAreas(event.locals.caller.actor, event.locals.language),
		state,
		ended: searchParams.get('ended'),
		left: searchParams.get('left'),
		settled: searchParams.get('settled'),
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
	settle: async (event) => {
		const posted = await event.request.formData();
		const { keeps, reason } = readTexts(posted, ['keeps', 'reason']);
		const orders = posted.getAll('orders').map(String);
		const work = () => ask(event, settleGroundless, { orders, keeps: keeps === 'yes', reason });
		const done = await askOrReturn(event, { reason, orders }, work, restrictionFaults);
		if (!('settled' in done)) return done;
		redirect(303, `/console/endings?state=groundless&settled=${done.settled.length}`);
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
