import { redirect } from '@sveltejs/kit';
import { cancelExport, decideExport, getExport, listExports } from '#exports';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const one = await askOrShow(event, getExport, { exportId: event.params.id });
	const { own } = await askOrShow(event, listExports, {});
	return { one, isOwn: own.some(({ exportId }) => exportId === one.exportId) };
};

const back = async (event: RequestEvent, work: () => Promise<unknown>) => {
	const done = await askOrReturn(event, {}, async () => ({ done: await work() }));
	return 'done' in done ? redirect(303, event.url.pathname) : done;
};

export const actions: Actions = {
	cancel: (event) => back(event, () => ask(event, cancelExport, { exportId: event.params.id! })),
	decide: async (event) => {
		const isApproved = (await event.request.formData()).get('decision') === 'approve';
		return back(event, () => ask(event, decideExport, { exportId: event.params.id!, isApproved }));
	},
};
