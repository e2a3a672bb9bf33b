import { getTimeline } from '#chains';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	caseId: event.params.id,
	timeline: await askOrShow(event, getTimeline, { caseId: event.params.id }),
});
