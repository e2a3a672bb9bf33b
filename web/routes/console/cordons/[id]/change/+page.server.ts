import { redirect } from '@sveltejs/kit';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readExtentTexts, toExtent } from '#web/server/cordon-form.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { cordonFaults } from '#web/ui/cordon-words.ts';
import { changeCordon, endCordon, getCordon, recordNotice } from '#zones';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => askOrShow(event, getCordon, { cordonId: event.params.id });

const back = (id: string) => redirect(303, `/console/cordons/${id}`);

export const actions: Actions = {
	notice: async (event) => {
		const cordonId = event.params.id;
		const values = readTexts(await event.request.formData(), ['noticeAt', 'how']);
		const input = { cordonId, noticeAt: readLocalTime(values.noticeAt) ?? '', how: values.how };
		const done = await askOrReturn(event, values, () => ask(event, recordNotice, input), cordonFaults);
		return 'isNoticeShort' in done ? back(cordonId) : done;
	},
	change: async (event) => {
		const cordonId = event.params.id;
		const posted = await event.request.formData();
		const extent = readExtentTexts(posted);
		const values = { ...readTexts(posted, ['decision', 'until', 'stops', 'whole']), ...extent };
		const until = readLocalTime(values.until);
		const input = {
			...{ cordonId, decision: values.decision, ...toExtent(extent) },
			...(values.whole === 'yes' ? { isWholeArea: true as const } : {}),
			...(until ? { until } : {}),
			...(values.stops ? { stopsResidents: values.stops === 'yes' } : {}),
		};
		const done = await askOrReturn(event, values, () => ask(event, changeCordon, input), cordonFaults);
		return 'shape' in done ? back(cordonId) : done;
	},
	end: async (event) => {
		const cordonId = event.params.id;
		const { ending } = readTexts(await event.request.formData(), ['ending']);
		const texts = { ...cordonFaults, ending: cordonFaults.decision! };
		const done = await askOrReturn(
			event,
			{ ending },
			() => ask(event, endCordon, { cordonId, decision: ending }),
			texts,
		);
		return 'endedAt' in done ? back(cordonId) : done;
	},
};
