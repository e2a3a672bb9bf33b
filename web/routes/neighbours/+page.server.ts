import { redirect } from '@sveltejs/kit';
import { listLed } from '#residents';
import { askOrShow, signInPath } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (event.locals.caller.actor.kind !== 'account') redirect(303, signInPath(event.url));
	return askOrShow(event, listLed, {});
};
