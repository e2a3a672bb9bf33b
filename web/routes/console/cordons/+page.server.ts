import { redirect } from '@sveltejs/kit';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { cordonFaults } from '#web/ui/cordon-words.ts';
import { listCordons, listProposals, refuseProposal } from '#zones';
import type { Actions, PageServerLoad } from './$types';

const states = ['in-force', 'over', 'all'] as const;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const state = states.find((one) => one === searchParams.get('state')) ?? 'in-force';
	const cursor = searchParams.get('after');
	const listed = await askOrShow(event, listCordons, { state, ...(cursor ? { cursor } : {}) });
	const { proposals } = await askOrShow(event, listProposals, {});
	return { ...listed, proposals, state, isFirst: !cursor, isProposed: searchParams.has('proposed') };
};

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), ['proposalId', 'decidedBy', 'refusal']);
		const refuse = async () => ({ done: await ask(event, refuseProposal, values) });
		const answer = await askOrReturn(event, values, refuse, cordonFaults);
		if (!('done' in answer)) return answer;
		redirect(303, '/console/cordons');
	},
};
