import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { getNumber, listMine, revokeCodes } from '#cards';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readMe } from '#web/server/declaration-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { numbers, cards } = await askOrShow(event, listMine, {});
	const { persons } = await readMe(event);
	const numberOf = new Map(numbers.map(({ person, number }) => [person, number]));
	return {
		done: event.url.searchParams.get('done'),
		people: persons.map(({ personId, name }) => ({
			personId,
			name,
			number: numberOf.get(personId) ?? '',
			cards: cards.filter(({ person }) => person === personId),
		})),
	};
};

const texts = {
	sure: { vi: 'Hãy đánh dấu để xác nhận.', en: 'Tick the box to confirm.' },
};

/** Ends something of one person: the box says that it is meant. */
function ending(what: string, work: (event: RequestEvent, person: string) => Promise<unknown>) {
	return async (event: RequestEvent) => {
		const posted = await event.request.formData();
		const person = String(posted.get('person'));
		const text = texts.sure[event.locals.language];
		if (posted.get(`sure-${what}-${person}`) !== 'yes') {
			const fields = [{ field: `sure-${what}-${person}`, text }];
			return fail(422, { fault: { title: text, detail: text, code: 'invalid-input', fields } });
		}
		const done = await askOrReturn(event, {}, async () => ({ ended: await work(event, person) }));
		if (!('ended' in done)) return done;
		redirect(303, `/me/cards?done=${what}`);
	};
}

export const actions: Actions = {
	revoke: ending('revoke', (event, person) => ask(event, revokeCodes, { person })),
	renew: ending('renew', (event, person) => ask(event, getNumber, { person, renew: true })),
};
