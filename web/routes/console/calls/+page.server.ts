import { redirect } from '@sveltejs/kit';
import { listCalls, noteCall, revealPerson } from '#calls';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { alertFaults } from '#web/ui/alert-words.ts';
import type { Actions, PageServerLoad } from './$types';

const outcomes = ['told', 'no-answer', 'wrong-person', 'visited', 'given-up'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = searchParams.get('state') === 'noted' ? ('noted' as const) : ('open' as const);
	const cursor = searchParams.get('after');
	const listed = await askOrShow(event, listCalls, { state, ...(cursor ? { cursor } : {}) });
	return { ...listed, state, after: cursor ?? '' };
};

export const actions: Actions = {
	reveal: async (event) => {
		const values = readTexts(await event.request.formData(), ['callId', 'purpose']);
		return askOrReturn(
			event,
			values,
			async () => ({ values, revealed: await ask(event, revealPerson, values), fault: undefined }),
			alertFaults,
		);
	},
	note: async (event) => {
		const values = readTexts(await event.request.formData(), ['callId', 'outcome', 'note']);
		const done = await askOrReturn(event, values, () => note(event, values), alertFaults);
		if (!('notedAt' in done)) return done;
		redirect(303, '/console/calls');
	},
};

async function note(event: Parameters<typeof ask>[0], values: { callId: string; outcome: string; note: string }) {
	const outcome = outcomes.find((one) => one === values.outcome);
	if (!outcome) throw new Problem('invalid-input', { field: 'outcome' });
	return ask(event, noteCall, { callId: values.callId, outcome, note: values.note });
}
