import { redirect } from '@sveltejs/kit';
import { getCase } from '#cases';
import { approveList, listRequests, requestList } from '#contacts';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { caseFaults } from '#web/ui/case-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const caseId = event.params.id;
	const one = await askOrShow(event, getCase, { caseId });
	return {
		...{ caseId, name: one.maskedName ?? '' },
		...(await askOrShow(event, listRequests, { caseId })),
		done: event.url.searchParams.get('done'),
	};
};

const back = (event: { params: { id: string } }, done: string) =>
	redirect(303, `/console/cases/${event.params.id}/lists?done=${done}`);

export const actions: Actions = {
	request: async (event) => {
		const values = readTexts(await event.request.formData(), ['names', 'purpose']);
		const names = values.names === 'revealed' ? 'revealed' : 'masked';
		const input = { caseId: event.params.id, names, purpose: values.purpose } as const;
		const done = await askOrReturn(event, values, () => ask(event, requestList, input), caseFaults);
		return 'requestId' in done ? back(event, done.isNeeded ? 'requested' : 'not-needed') : done;
	},
	decide: async (event) => {
		const values = readTexts(await event.request.formData(), ['requestId', 'decision']);
		const input = { requestId: values.requestId, isApproved: values.decision === 'approve' };
		const done = await askOrReturn(event, values, () => ask(event, approveList, input));
		return 'isApproved' in done ? back(event, done.isApproved ? 'approved' : 'refused') : done;
	},
};
