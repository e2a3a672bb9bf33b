import { redirect } from '@sveltejs/kit';
import { comparePair, dismissPair, getPair, mergePair, undoMerge } from '#duplicates';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { pairFaults } from '#web/ui/duplicate-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => ({
	candidate: await askOrShow(event, getPair, { candidateId: event.params.id }),
});

async function decide(event: RequestEvent, work: (values: { stays: string; reason: string }) => Promise<unknown>) {
	const values = readTexts(await event.request.formData(), ['stays', 'reason']);
	const done = await askOrReturn(
		event,
		values,
		async () => {
			await work(values);
			return { isDone: true };
		},
		pairFaults,
	);
	return 'isDone' in done ? redirect(303, `/console/duplicates/${event.params.id}`) : done;
}

export const actions: Actions = {
	compare: async (event) => {
		const values = readTexts(await event.request.formData(), ['purpose']);
		const input = { candidateId: event.params.id, purpose: values.purpose };
		return askOrReturn(
			event,
			values,
			async () => ({ sides: (await ask(event, comparePair, input)).sides, values, fault: undefined }),
			pairFaults,
		);
	},
	merge: (event) =>
		decide(event, ({ stays, reason }) =>
			ask(event, mergePair, { candidateId: event.params.id, stays: stays || '0', reason }),
		),
	// The page asks two reasons: this one stands in a field of its own.
	dismiss: (event) =>
		decide(event, ({ reason }) =>
			ask(event, dismissPair, { candidateId: event.params.id, reason }).catch((problem: unknown) => {
				if (!(problem instanceof Problem) || problem.options.field !== 'reason') throw problem;
				throw new Problem(problem.code, { ...problem.options, field: 'why-two', fields: [] });
			}),
		),
	undo: (event) => decide(event, ({ reason }) => ask(event, undoMerge, { candidateId: event.params.id, reason })),
};
