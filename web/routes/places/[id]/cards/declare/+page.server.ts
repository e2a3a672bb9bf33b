import { error, fail, redirect } from '@sveltejs/kit';
import { declareGroup, listDeclared } from '#cards';
import { getPlaceForManager } from '#places';
import { readAnswers } from '#shared/form/answers';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readForm, readLists } from '#web/server/declaration-form.ts';
import { wordsIn } from '#web/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const { place } = await askOrShow(event, getPlaceForManager, { place: event.params.id });
	const group = (searchParams.get('group') ?? '').slice(0, 100);
	const after = searchParams.get('after');
	const found = await askOrShow(event, listDeclared, { place: event.params.id, group, ...(after ? { after } : {}) });
	const form = await readForm(event, true);
	// One person is answered for alone: the exception from what holds for the others.
	const one = found.people.find(({ card }) => card === searchParams.get('card'));
	if (searchParams.has('card') && !one) error(404);
	return {
		...found,
		place,
		form,
		lists: await readLists(event, form, {}),
		group,
		after,
		one,
		// Nobody is ticked before the manager has said so.
		isAllTicked: searchParams.has('all'),
		done: Number(searchParams.get('done') ?? 0),
		undone: Number(searchParams.get('undone') ?? 0),
		id: crypto.randomUUID(),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { searchParams } = event.url;
		const form = await readForm(event, true);
		const posted = await event.request.formData();
		const answers = readAnswers(form, posted.entries());
		const cards = [...new Set(posted.getAll('card').map(String))];
		const id = String(posted.get('id') ?? crypto.randomUUID());
		const values = { answers, lists: await readLists(event, form, answers), id, cards };
		if (!cards.length) {
			const t = wordsIn(event.locals.language);
			const text = t('Hãy tích ít nhất một người', 'Tick at least one person');
			const fields = [{ field: 'people', text }];
			return fail(422, { values, fault: { title: text, detail: text, code: 'invalid-input', fields } });
		}
		const { url, version } = form;
		const sent = await askOrReturn(event, values, () =>
			ask(event, declareGroup, { id, place: event.params.id, form: { url, version }, cards, answers }),
		);
		if (!('people' in sent)) return sent;
		const undone = sent.people.filter(({ problem }) => problem).length;
		const said = new URLSearchParams({ group: searchParams.get('group') ?? '', done: String(cards.length - undone) });
		if (undone) said.set('undone', String(undone));
		if (searchParams.has('after')) said.set('after', searchParams.get('after')!);
		redirect(303, `/places/${event.params.id}/cards/declare?${said}`);
	},
};
