import { redirect } from '@sveltejs/kit';
import { countByOutbreak } from '#cases';
import { listDiseases } from '#diseases';
import { changeOutbreak, draftNotice, endOutbreak, getOutbreak, publishNotice } from '#outbreaks';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { outbreakFaults } from '#web/ui/outbreak-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const outbreakId = event.params.id;
	const outbreak = await askOrShow(event, getOutbreak, { outbreakId });
	const [{ counts }, { diseases }] = await Promise.all([
		askOrShow(event, countByOutbreak, { outbreaks: [outbreakId] }),
		askOrShow(event, listDiseases, {}),
	]);
	const form = outbreak.endDecision ? ('end' as const) : ('beginning' as const);
	return {
		outbreak,
		counts,
		diseaseName: diseases.find(({ disease }) => disease === outbreak.disease)?.name,
		...(outbreak.publishBy ? { draft: await askOrShow(event, draftNotice, { outbreakId, form }) } : {}),
		today: dayOf(running.platform!.clock.now()),
	};
};

const back = (event: { params: { id: string } }) => redirect(303, `/console/outbreaks/${event.params.id}`);

export const actions: Actions = {
	change: async (event) => {
		const values = readTexts(await event.request.formData(), [
			...(['name', 'location', 'fromOn', 'decision', 'advice', 'note'] as const),
		]);
		const { note, ...given } = values;
		const input = { outbreakId: event.params.id, ...given, ...(note ? { note } : {}) };
		const part = { ...values, part: 'change' };
		const done = await askOrReturn(event, part, () => ask(event, changeOutbreak, input), outbreakFaults);
		return 'outbreakId' in done ? back(event) : done;
	},
	publish: async (event) => {
		const posted = await event.request.formData();
		const text = (name: string, most: number) =>
			String(posted.get(name) ?? '')
				.replace(/\r\n/g, '\n')
				.slice(0, most);
		const values = { title: text('title', 300), body: text('body', 20_000), part: 'publish' };
		const form = posted.get('form') === 'end' ? ('end' as const) : ('beginning' as const);
		const input = { outbreakId: event.params.id, form, title: values.title, body: values.body };
		const done = await askOrReturn(event, values, () => ask(event, publishNotice, input), outbreakFaults);
		return 'publishedAt' in done ? back(event) : done;
	},
	end: async (event) => {
		const values = readTexts(await event.request.formData(), ['untilOn', 'decision']);
		const input = { outbreakId: event.params.id, ...values };
		const part = { ...values, part: 'end' };
		const done = await askOrReturn(event, part, () => ask(event, endOutbreak, input), outbreakFaults);
		return 'endedAt' in done ? back(event) : done;
	},
};
