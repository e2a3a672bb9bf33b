import { redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, signInPath } from '#web/server/ask.ts';
import { listDiseaseChoices, readExtentTexts, toExtent } from '#web/server/cordon-form.ts';
import { readTexts } from '#web/server/posted.ts';
import { cordonFaults } from '#web/ui/cordon-words.ts';
import { proposeCordon } from '#zones';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(event.url));
	return {
		areas: await listLedAreas(actor, event.locals.language),
		diseases: await listDiseaseChoices(event),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const extent = readExtentTexts(posted);
		const values = { ...readTexts(posted, ['areaId', 'disease', 'reason']), ...extent };
		const done = await askOrReturn(
			event,
			values,
			() => {
				const missing = (['areaId', 'disease'] as const).filter((field) => !values[field]);
				if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
				const { areaId, disease, reason } = values;
				return ask(event, proposeCordon, { areaId: Number(areaId), disease, reason, ...toExtent(extent) });
			},
			cordonFaults,
		);
		if (!('proposalId' in done)) return done;
		redirect(303, '/console/cordons?proposed');
	},
};
