import { redirect } from '@sveltejs/kit';
import { submit } from '#declarations';
import { type Answers, readAnswers } from '#shared/form/answers';
import { ask, askOrReturn, readReturnPath, signInPath } from '#web/server/ask.ts';
import { firstAnswers, knownAnswers, type Me, readForm, readLists, readMe } from '#web/server/declaration-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** For whom: `self`, `other` (somebody new), or the id of one of the account's people. */
function readSubject(url: URL, me: Me) {
	const asked = url.searchParams.get('person') ?? 'self';
	const known = me.persons.find((one) => one.personId === asked || (asked === 'self' && one.relation === 'self'));
	const wantsAll = url.searchParams.has('all');
	return {
		asked: known ? known.personId : asked === 'other' ? 'other' : 'self',
		known,
		isKnown: known !== undefined && !wantsAll,
	};
}

export const load: PageServerLoad = async (event) => {
	if (event.locals.caller.actor.kind !== 'account') redirect(303, signInPath(event.url));
	const me = await readMe(event);
	const { asked, known, isKnown } = readSubject(event.url, me);
	const form = await readForm(event, isKnown);
	const answers = known
		? await knownAnswers(form, known.profile)
		: firstAnswers(form, asked === 'self' ? me.phone : undefined);
	return {
		form,
		answers,
		lists: await readLists(event, form, answers),
		person: asked,
		name: known?.name,
		id: crypto.randomUUID(),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const me = await readMe(event);
		const { asked, isKnown } = readSubject(event.url, me);
		const form = await readForm(event, isKnown);
		const posted = await event.request.formData();
		const answers: Answers = readAnswers(form, posted.entries());
		const id = String(posted.get('id') ?? crypto.randomUUID());
		const values = { answers, lists: await readLists(event, form, answers), id };
		// Without JavaScript the communes come with this round trip; nothing is sent yet.
		if (posted.get('again') === 'commune') return { values, fault: undefined };
		const { url, version } = form;
		const sent = await askOrReturn(event, values, () =>
			ask(event, submit, { id, form: { url, version }, person: asked, answers }),
		);
		if (!('personId' in sent)) return sent;
		redirect(303, readReturnPath(event.url.searchParams.get('to'), `/me?declared=${sent.level}`));
	},
};
