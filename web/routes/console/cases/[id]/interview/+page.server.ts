import { redirect } from '@sveltejs/kit';
import { getCase } from '#cases';
import { add, createLink, list, listModes } from '#interviews';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { toldFaults } from '#web/ui/contact-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const caseId = event.params.id;
	const one = await askOrShow(event, getCase, { caseId });
	return {
		...{ caseId, name: one.maskedName ?? '', hasGrounds: one.hasGrounds },
		modes: (await askOrShow(event, listModes, {})).modes,
		told: one.hasGrounds ? (await askOrShow(event, list, { caseId })).told : [],
		today: dayOf(running.platform!.clock.now()),
		done: event.url.searchParams.get('done'),
	};
};

const back = (event: { params: { id: string } }, done: string) =>
	redirect(303, `/console/cases/${event.params.id}/interview?done=${done}`);

export const actions: Actions = {
	add: async (event) => {
		const values = readTexts(await event.request.formData(), ['name', 'phone', 'mode', 'metOn', 'place', 'relation']);
		const done = await askOrReturn(
			event,
			values,
			() => {
				const missing = (['name', 'mode', 'metOn'] as const).filter((field) => !values[field]);
				if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
				const { name, mode, metOn, ...more } = values;
				const told = Object.fromEntries(Object.entries(more).filter(([, text]) => text));
				return ask(event, add, { caseId: event.params.id, name, mode, metOn, ...told });
			},
			toldFaults,
		);
		return 'contactId' in done ? back(event, 'added') : done;
	},
	link: async (event) => {
		const done = await askOrReturn(event, {}, () => ask(event, createLink, { caseId: event.params.id }));
		return 'sentTo' in done ? back(event, 'sent') : done;
	},
};
