import { redirect } from '@sveltejs/kit';
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
	return { areas: await listLedAreas(actor, event.locals.language) };
};

const names = ['areaId', 'part', 'from', 'until', 'decidedBy', 'decisionNumber', 'noticeAt'] as const;

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), names);
		const done = await askOrReturn(event, values, () => declare(event, values), restrictionFaults);
		if (!('cordonId' in done)) return done;
		redirect(303, `/console/cordons?declared=${done.isNoticeShort ? 'short' : 'whole'}`);
	},
};

async function declare(event: Parameters<typeof ask>[0], values: Record<(typeof names)[number], string>) {
	const { areaId, part, decidedBy, decisionNumber } = values;
	const [from, until, noticeAt] = [values.from, values.until, values.noticeAt].map(readLocalTime);
	const missing = [...(areaId ? [] : ['areaId']), ...(from ? [] : ['from'])];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	return ask(event, declareCordon, {
		areaId: Number(areaId),
		...(part ? { part } : {}),
		from: from!,
		...(until ? { until } : {}),
		decidedBy,
		decisionNumber,
		...(noticeAt ? { noticeAt } : {}),
	});
}
