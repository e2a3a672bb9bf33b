import { redirect } from '@sveltejs/kit';
import { listDiseases } from '#diseases';
import { Problem } from '#platform/problem';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, signInPath } from '#web/server/ask.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { restrictionFaults } from '#web/ui/restriction-words.ts';
import { declareCordon } from '#zones';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(event.url));
	const { diseases } = await ask(event, listDiseases, {});
	return {
		areas: await listLedAreas(actor, event.locals.language),
		diseases: diseases.map(({ disease, name }) => ({ value: disease, label: name[event.locals.language] })),
	};
};

const names = ['areaId', 'part', 'disease', 'from', 'until', 'decidedBy', 'decisionNumber', 'noticeAt'] as const;

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), names);
		const done = await askOrReturn(event, values, () => declare(event, values), restrictionFaults);
		if (!('cordonId' in done)) return done;
		redirect(303, `/console/cordons?declared=${done.isNoticeShort ? 'short' : 'whole'}`);
	},
};

async function declare(event: Parameters<typeof ask>[0], values: Record<(typeof names)[number], string>) {
	const { areaId, part, disease, decidedBy, decisionNumber } = values;
	const [from, until, noticeAt] = [values.from, values.until, values.noticeAt].map(readLocalTime);
	const missing = [...(areaId ? [] : ['areaId']), ...(disease ? [] : ['disease']), ...(from ? [] : ['from'])];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	return ask(event, declareCordon, {
		areaId: Number(areaId),
		...(part ? { part } : {}),
		disease,
		from: from!,
		...(until ? { until } : {}),
		decidedBy,
		decisionNumber,
		...(noticeAt ? { noticeAt } : {}),
	});
}
