import { redirect } from '@sveltejs/kit';
import { running } from '#platform/running';
import { findEntrance, openEntrance } from '#residents';
import { displayPlaceCode } from '#shared/codes/place-code';
import { qrSvg } from '#shared/codes/qr-code';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { getCordon } from '#zones';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cordonId = event.params.id;
	const { cordon } = await askOrShow(event, getCordon, { cordonId });
	const { code, isOpen } = await askOrShow(event, findEntrance, { cordonId });
	const { origin } = running.platform!.config;
	const inLetters = code ? displayPlaceCode(code) : '';
	const address = `${origin}/join/${code}`;
	return { cordon, isOpen, inLetters, address, qr: code ? qrSvg(address, { ecc: 'quartile', label: inLetters }) : '' };
};

export const actions: Actions = {
	default: async (event) => {
		const isOpen = (await event.request.formData()).get('open') === 'yes';
		const input = { cordonId: event.params.id, isOpen };
		const done = await askOrReturn(event, {}, () => ask(event, openEntrance, input));
		if (!('code' in done)) return done;
		redirect(303, event.url.pathname);
	},
};
