import { redirect } from '@sveltejs/kit';
import { fillExample, listTemplates, setTemplate } from '#papers';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readLongText, readTexts } from '#web/server/posted.ts';
import { outbreakFaults } from '#web/ui/outbreak-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** All forms, or the one the address names with its text. */
export const load: PageServerLoad = async (event) => {
	const { templates, words } = await askOrShow(event, listTemplates, {});
	const { searchParams } = event.url;
	return {
		...{ templates, words, kept: searchParams.get('kept') },
		chosen: templates.find(({ form }) => form === searchParams.get('form')),
	};
};

async function readEntries(event: { request: Request; url: URL }) {
	const posted = await event.request.formData();
	return {
		...readTexts(posted, ['source']),
		title: readLongText(posted, 'title', 300),
		body: readLongText(posted, 'body', 6_000),
		isConfirmed: posted.has('isConfirmed'),
	};
}

export const actions: Actions = {
	preview: async (event) => {
		const values = await readEntries(event);
		return { values, example: fillExample(values.body) };
	},
	keep: async (event) => {
		const values = await readEntries(event);
		const form = (event.url.searchParams.get('form') ?? '') as 'mau-02';
		const done = await askOrReturn(event, values, () => ask(event, setTemplate, { ...values, form }), outbreakFaults);
		return 'version' in done ? redirect(303, `/console/papers?kept=${done.form}`) : done;
	},
};
