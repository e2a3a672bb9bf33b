import { error, redirect } from '@sveltejs/kit';
import { remove } from '#residents';
import { ask, askOrReturn } from '#web/server/ask.ts';
import { readDwellings } from '#web/server/dwellings-page.ts';
import { readTexts } from '#web/server/posted.ts';
import type { Actions, PageServerLoad } from './$types';

/** The house the address names, on the page of the list from which somebody came. */
export const load: PageServerLoad = async (event) => {
	const { dwellings, cordonId } = await readDwellings(event);
	const house = dwellings.find(({ number }) => String(number) === event.url.searchParams.get('house'));
	if (!house) error(404);
	return { cordonId, house };
};

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), ['whom', 'house', 'reason']);
		const of = values.whom === 'house' ? { dwelling: Number(values.house) || 0 } : { person: values.whom };
		const input = { cordonId: event.params.id, ...of, reason: values.reason };
		const done = await askOrReturn(event, values, () => ask(event, remove, input), {
			person: { vi: 'Hãy chọn ai', en: 'Choose who' },
			reason: { vi: 'Hãy ghi lý do, từ 3 đến 500 chữ', en: 'Say why, in 3 to 500 letters' },
		});
		if (!('removed' in done)) return done;
		redirect(303, `/console/cordons/${event.params.id}/list?removed=${done.removed}`);
	},
};
