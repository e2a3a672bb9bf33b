import { redirect } from '@sveltejs/kit';
import { listDiseases } from '#diseases';
import { declareOutbreak } from '#outbreaks';
import { Problem } from '#platform/problem';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow, signInPath } from '#web/server/ask.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { outbreakFaults } from '#web/ui/outbreak-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(event.url));
	const { diseases } = await askOrShow(event, listDiseases, {});
	return {
		areas: await listLedAreas(actor, event.locals.language),
		diseases: diseases.map(({ disease, name }) => ({ value: disease, label: name[event.locals.language] })),
	};
};

const names = [
	...(['areaId', 'disease', 'determinedAt', 'name', 'location'] as const),
	...(['fromOn', 'decision', 'advice', 'note'] as const),
];

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), names);
		const done = await askOrReturn(event, values, () => declare(event, values), outbreakFaults);
		return 'outbreakId' in done ? redirect(303, `/console/outbreaks/${done.outbreakId}`) : done;
	},
};

async function declare(event: Parameters<typeof ask>[0], values: Record<(typeof names)[number], string>) {
	const { areaId, determinedAt, note, ...given } = values;
	const determined = readLocalTime(determinedAt);
	const missing = [...(areaId ? [] : ['areaId']), ...(determined ? [] : ['determinedAt'])];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	const input = { ...given, areaId: Number(areaId), determinedAt: determined!, ...(note ? { note } : {}) };
	return ask(event, declareOutbreak, input);
}
