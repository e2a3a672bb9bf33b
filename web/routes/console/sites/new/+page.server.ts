import { redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { openSite } from '#sites';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, signInPath } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.caller.actor.kind !== 'staff') redirect(303, signInPath(url));
	return { areas: await listLedAreas(locals.caller.actor, locals.language) };
};

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), ['name', 'address', 'contact', 'areaId']);
		const { areaId, name, address, contact } = values;
		const work = () => {
			if (!areaId) throw new Problem('invalid-input', { field: 'areaId' });
			return ask(event, openSite, { areaId: Number(areaId), name, address, ...(contact ? { contact } : {}) });
		};
		const done = await askOrReturn(event, values, work, restrictionFaults);
		if (!('siteId' in done)) return done;
		redirect(303, `/console/sites/${done.siteId}`);
	},
};
