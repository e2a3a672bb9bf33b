import { getCase } from '#cases';
import { getTimeline } from '#chains';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	caseId: event.params.id,
	name: (await askOrShow(event, getCase, { caseId: event.params.id })).maskedName ?? '',
	timeline: await askOrShow(event, getTimeline, { caseId: event.params.id }),
});
