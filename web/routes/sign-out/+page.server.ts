import { redirect } from '@sveltejs/kit';
import { signOut } from '#identity';
import { ask } from '#web/server/ask.ts';
import { dropToken } from '#web/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	default: async (event) => {
		const { kind } = event.locals.caller.actor;
		if (kind === 'account' || kind === 'staff') await ask(event, signOut, {});
		dropToken(event);
		redirect(303, '/?signed-out');
	},
};
