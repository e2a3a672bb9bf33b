import { type RequestEvent, redirect } from '@sveltejs/kit';
import {
	addController,
	addGate,
	closeGate,
	closePlace,
	getPlaceForManager,
	listControllers,
	removeController,
	retireCode,
} from '#places';
import { running } from '#platform/running';
import { placeUrl } from '#shared/codes/place-code';
import { qrSvg } from '#shared/codes/qr-code';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const place = event.params.id;
	const { controllers } = await askOrShow(event, listControllers, { place });
	const found = await askOrShow(event, getPlaceForManager, { place });
	const { origin } = running.platform!.config;
	const gates = found.gates
		.filter((gate) => !gate.isClosed)
		.map((gate) => ({
			...gate,
			qr: gate.code ? qrSvg(placeUrl(origin, gate.code), { ecc: 'quartile', label: gate.codeInLetters }) : '',
		}));
	return { ...found, gates, controllers, isNew: event.url.searchParams.has('new') };
};

/** One form, one change, and back to the page. */
function change(work: (event: RequestEvent<{ id: string }>, posted: FormData, place: string) => Promise<unknown>) {
	return async (event: RequestEvent<{ id: string }>) => {
		const posted = await event.request.formData();
		const values = Object.fromEntries([...posted.entries()].map(([name, value]) => [name, String(value)]));
		const done = await askOrReturn(event, values, async () => ({ done: await work(event, posted, event.params.id) }));
		if (!('done' in done)) return done;
		redirect(303, event.url.pathname);
	};
}

export const actions: Actions = {
	gate: change((event, posted, place) =>
		ask(event, addGate, { place, name: String(posted.get('name') ?? '').slice(0, 1_000) }),
	),
	retire: change((event, posted, place) => ask(event, retireCode, { place, gate: Number(posted.get('gate')) })),
	closeGate: change((event, posted, place) => ask(event, closeGate, { place, gate: Number(posted.get('gate')) })),
	controller: change((event, posted, place) =>
		ask(event, addController, { place, phone: String(posted.get('phone') ?? '').slice(0, 30) }),
	),
	remove: change((event, posted, place) =>
		ask(event, removeController, { place, account: String(posted.get('account')) }),
	),
	close: change((event, _posted, place) => ask(event, closePlace, { place })),
};
