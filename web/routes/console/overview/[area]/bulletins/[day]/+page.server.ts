import { bulletinLines, getBulletin } from '#bulletins';
import { askOrShow } from '#web/server/ask.ts';
import { readAreaId, readDay } from '#web/server/overview-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { language, caller } = event.locals;
	const areaId = readAreaId(event.params.area, language);
	const bulletin = await askOrShow(event, getBulletin, { areaId, day: readDay(event.params.day, language) });
	const { actor } = caller;
	return { bulletin, lines: bulletinLines, authority: actor.kind === 'staff' ? actor.authority : '' };
};
