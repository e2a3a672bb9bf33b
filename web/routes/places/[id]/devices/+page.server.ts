import { redirect } from '@sveltejs/kit';
import { change, list, revoke, startPairing } from '#devices';
import { getPlaceForManager } from '#places';
import { running } from '#platform/running';
import { qrSvg } from '#shared/codes/qr-code';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';
import { agoInWords, findFlags, inWords } from './flags.ts';

export const load: PageServerLoad = async (event) => {
	const place = event.params.id;
	const { devices, bundleHoursMax } = await askOrShow(event, list, { place });
	const found = await askOrShow(event, getPlaceForManager, { place });
	const now = running.platform!.clock.now();
	return {
		place: found.place,
		gates: found.gates.filter((gate) => !gate.isClosed).map(({ gate, name }) => ({ gate, name })),
		inUse: devices
			.filter((device) => !device.revokedAt)
			.map((device) => ({
				...device,
				flags: findFlags(device, now, bundleHoursMax),
				contactAge: agoInWords(device.lastContactAt, now),
				skew: inWords(Math.abs(device.skewSeconds)),
				...(device.bundleIssuedAt ? { bundleAge: agoInWords(device.bundleIssuedAt, now) } : {}),
			}))
			// Those to look after stand first.
			.sort((one, other) => other.flags.length - one.flags.length),
		revoked: devices.filter((device) => device.revokedAt),
		origin: running.platform!.config.origin.replace(/^https?:\/\//, ''),
	};
};

const texts = {
	gate: { vi: 'Hãy chọn cổng', en: 'Choose a gate' },
	name: { vi: 'Hãy ghi tên máy, tối đa 60 chữ', en: 'Enter the device’s name, 60 letters at most' },
};

export const actions: Actions = {
	/** Shows a pairing code. It stands in no address: whoever reloads the page makes a new one. */
	pair: async (event) => {
		const gate = Number((await event.request.formData()).get('gate'));
		const show = async () => {
			const pairing = await ask(event, startPairing, { place: event.params.id, gate });
			const label = event.locals.language === 'vi' ? 'Mã QR ghép máy' : 'Pairing QR code';
			return { pairing: { ...pairing, qr: qrSvg(pairing.url, { ecc: 'medium', label }) } };
		};
		return askOrReturn(event, {}, show, texts);
	},
	change: async (event) => {
		const posted = await event.request.formData();
		const [device, name, gate] = ['device', 'name', 'gate'].map((field) => String(posted.get(field) ?? '')) as [
			string,
			string,
			string,
		];
		const input = { place: event.params.id, device, name: name.slice(0, 300), gate: Number(gate) };
		const done = await askOrReturn(
			event,
			{ device, name },
			async () => ({ done: await ask(event, change, input) }),
			texts,
		);
		if (!('done' in done)) return done;
		redirect(303, event.url.pathname);
	},
	revoke: async (event) => {
		const device = String((await event.request.formData()).get('device') ?? '');
		const input = { place: event.params.id, device };
		const done = await askOrReturn(event, {}, async () => ({ done: await ask(event, revoke, input) }));
		if (!('done' in done)) return done;
		redirect(303, event.url.pathname);
	},
};
