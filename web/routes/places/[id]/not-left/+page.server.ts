import { redirect } from '@sveltejs/kit';
import { listNotLeft } from '#logbook';
import { Problem } from '#platform/problem';
import { closeNotLeft } from '#visits';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readPlacePage } from '#web/server/place-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const place = event.params.id;
	const found = await readPlacePage(event, place);
	const closed = event.url.searchParams.get('closed');
	return {
		...found,
		notLeft: await askOrShow(event, listNotLeft, { place }),
		closed: closed && /^\d{1,6}$/.test(closed) ? Number(closed) : undefined,
	};
};

export const actions: Actions = {
	close: async (event) => {
		const posted = await event.request.formData();
		const at = posted.get('at') === 'closing-time' ? ('closing-time' as const) : ('now' as const);
		const chosen = posted.getAll('visit').map(String).slice(0, 200);
		const isAll = posted.get('whom') === 'all';
		const done = await askOrReturn(event, { at, chosen }, async () => {
			if (!isAll && !chosen.length) throw new Problem('nobody-chosen', { field: 'visits' });
			return ask(event, closeNotLeft, { place: event.params.id, at, ...(isAll ? {} : { visits: chosen }) });
		});
		if (!('closed' in done)) return done;
		redirect(303, `${event.url.pathname}?closed=${done.closed}`);
	},
};
