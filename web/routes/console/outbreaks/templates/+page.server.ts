import { redirect } from '@sveltejs/kit';
import { fillExample, listTemplates, setTemplate, templateWords } from '#outbreaks';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readLongText, readTexts } from '#web/server/posted.ts';
import { outbreakFaults } from '#web/ui/outbreak-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { templates } = await askOrShow(event, listTemplates, {});
	return {
		templates: templates.map((one) => ({ ...one, example: fillExample(one.body) })),
		words: templateWords,
		kept: event.url.searchParams.get('kept'),
	};
};

async function readEntries(event: { request: Request }) {
	const posted = await event.request.formData();
	const texts = readTexts(posted, ['form', 'title', 'source']);
	return { ...texts, body: readLongText(posted, 'body', 10_000), isSample: posted.has('isSample') };
}

export const actions: Actions = {
	preview: async (event) => {
		const values = await readEntries(event);
		return { values, example: fillExample(values.body) };
	},
	keep: async (event) => {
		const values = await readEntries(event);
		const input = { ...values, form: values.form === 'end' ? ('end' as const) : ('beginning' as const) };
		const done = await askOrReturn(event, values, () => ask(event, setTemplate, input), outbreakFaults);
		return 'version' in done ? redirect(303, `/console/outbreaks/templates?kept=${done.form}#${done.form}`) : done;
	},
};
