import { submitForVisitor } from '#declarations';
import { getPlaceForManager } from '#places';
import { running } from '#platform/running';
import { readAnswers } from '#shared/form/answers';
import { checkIn } from '#visits';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { firstAnswers, readForm, readLists } from '#web/server/declaration-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { place } = await askOrShow(event, getPlaceForManager, { place: event.params.id });
	const form = await readForm(event, false);
	const answers = firstAnswers(form, undefined);
	return { place, form, answers, lists: await readLists(event, form, answers), id: crypto.randomUUID() };
};

export const actions: Actions = {
	/**
	 * Declares for the visitor and notes them going in, in one step. Begun with a phone number the form comes back with
	 * it: a number has no place in an address.
	 */
	default: async (event) => {
		const form = await readForm(event, false);
		const posted = await event.request.formData();
		const phone = String(posted.get('begin') ?? '').slice(0, 40);
		const answers = phone ? firstAnswers(form, phone) : readAnswers(form, posted.entries());
		const id = String(posted.get('id') ?? crypto.randomUUID());
		const values = { answers, lists: await readLists(event, form, answers), id };
		if (phone || posted.get('again') === 'commune') return { values, fault: undefined };
		const { url, version } = form;
		const place = event.params.id;
		const done = await askOrReturn(event, values, async () => {
			const { personId } = await ask(event, submitForVisitor, { id, place, form: { url, version }, answers });
			return { answer: await ask(event, checkIn, { id, place, person: personId }) };
		});
		if (!('answer' in done)) return done;
		return { ...done, name: String(answers['full-name']), at: running.platform!.clock.now().toISOString() };
	},
};
