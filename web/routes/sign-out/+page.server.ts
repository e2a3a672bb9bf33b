import { redirect } from '@sveltejs/kit';
import { revokeSessions, signOut } from '#identity';
import { ask } from '#web/server/ask.ts';
import { dropToken } from '#web/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	default: async (event) => {
		const { kind } = event.locals.caller.actor;
		const isEverywhere = (await event.request.formData()).has('everywhere');
		if (kind === 'account' || kind === 'staff') {
			if (isEverywhere) await ask(event, revokeSessions, {});
			else await ask(event, signOut, {});
		}
		dropToken(event);
		redirect(303, '/?signed-out');
	},
};
