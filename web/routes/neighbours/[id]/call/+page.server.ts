import { redirect } from '@sveltejs/kit';
import { signInPath } from '#web/server/ask.ts';
import { readCalls } from '#web/server/dwellings-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	if (event.locals.caller.actor.kind === 'anyone') redirect(303, signInPath(event.url));
	return { cordonId: event.params.id, group: event.url.searchParams.get('group')?.slice(0, 100) ?? '' };
};

export const actions: Actions = { default: readCalls };
