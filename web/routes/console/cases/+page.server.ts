import { redirect } from '@sveltejs/kit';
import { countCases, listCases } from '#cases';
import { listDiseases } from '#diseases';
import { listOutbreaks } from '#outbreaks';
import { deleteView, listViews, saveView } from '#views';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readFilter, toQuery } from '#web/server/line-filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const filter = readFilter(searchParams);
	const cursor = searchParams.get('after');
	const { order, ...narrowing } = filter;
	const { actor } = event.locals.caller;
	const listed = await askOrShow(event, listCases, { ...filter, ...(cursor ? { cursor } : {}) });
	const [counts, { views }, { diseases }, { outbreaks }, areas] = await Promise.all([
		askOrShow(event, countCases, narrowing),
		askOrShow(event, listViews, {}),
		askOrShow(event, listDiseases, {}),
		askOrShow(event, listOutbreaks, { state: 'all', limit: 100 }),
		listLedAreas(actor, event.locals.language),
	]);
	return {
		...listed,
		...{ counts, areas, filter: { ...filter, order: order ?? 'newest', state: filter.state ?? 'open' } },
		views: views.map(({ filter: kept, ...view }) => ({ ...view, query: toQuery(kept) })),
		diseases: diseases.map(({ disease, name }) => ({ value: disease, label: name[event.locals.language] })),
		outbreaks: outbreaks.map(({ outbreakId, name }) => ({ value: outbreakId, label: name })),
		query: toQuery(filter),
		isFirst: !cursor,
		authority: actor.kind === 'staff' ? actor.authority : '',
	};
};

export const actions: Actions = {
	save: async (event) => {
		const posted = await event.request.formData();
		const name = String(posted.get('name') ?? '').slice(0, 80);
		const query = String(posted.get('query') ?? '').slice(0, 2_000);
		const filter = readFilter(new URLSearchParams(query));
		const input = { name, filter, isShared: posted.get('isShared') === 'yes' };
		const done = await askOrReturn(event, { name }, () => ask(event, saveView, input), {
			name: { vi: 'Hãy đặt tên cho bộ lọc, từ 2 đến 80 chữ', en: 'Name the view, in 2 to 80 letters' },
		});
		return 'viewId' in done ? redirect(303, `/console/cases?${query}`) : done;
	},
	forget: async (event) => {
		const viewId = String((await event.request.formData()).get('viewId') ?? '').slice(0, 20);
		const done = await askOrReturn(event, {}, async () => ({ done: await ask(event, deleteView, { viewId }) }));
		return 'done' in done ? redirect(303, '/console/cases') : done;
	},
};
