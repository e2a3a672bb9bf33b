import { planExport } from '#logbook';
import { dayOf, shiftDay } from '#shared/language';
import { ask, askOrReturn } from '#web/server/ask.ts';
import { readPlacePage } from '#web/server/place-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await readPlacePage(event, event.params.id);
	const lastDay = dayOf(found.now);
	return { ...found, firstDay: shiftDay(lastDay, -6), lastDay };
};

export const actions: Actions = {
	plan: async (event) => {
		const posted = await event.request.formData();
		const [firstDay, lastDay] = ['firstDay', 'lastDay'].map((name) => String(posted.get(name) ?? '').slice(0, 10)) as [
			string,
			string,
		];
		return askOrReturn(
			event,
			{ firstDay, lastDay },
			async () => ({
				plan: await ask(event, planExport, { place: event.params.id, firstDay, lastDay }),
				values: { firstDay, lastDay },
			}),
			faultTexts,
		);
	},
};

const faultTexts = {
	firstDay: {
		vi: 'Nhật ký chỉ có những ngày gần đây, đến hôm nay',
		en: 'The log has only the recent days up to today',
	},
	lastDay: { vi: 'Ngày cuối phải từ ngày đầu đến hôm nay', en: 'The last day must lie between the first and today' },
};
