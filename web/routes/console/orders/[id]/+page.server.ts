import { redirect } from '@sveltejs/kit';
import { getCertificate, revokeCertificate } from '#certificates';
import { chooseBed, endOrder, extendOrder, getOrder, transferOrder } from '#isolation';
import { listPapers } from '#papers';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { listFreeBeds, listSites } from '#sites';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { isolationKinds, restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const one = await askOrShow(event, getOrder, { orderId: event.params.id });
	const isOpen = one.state !== 'over' && !one.isHold;
	const siteId = event.url.searchParams.get('site');
	const { certificate } =
		one.outcome === 'completed' ? await askOrShow(event, getCertificate, { orderId: one.orderId }) : {};
	return {
		one,
		certificate,
		isDue: isOpen && one.untilOn <= dayOf(running.platform!.clock.now()),
		papers: (await askOrShow(event, listPapers, { orderId: one.orderId })).papers,
		areas: isOpen ? await listLedAreas(event.locals.caller.actor, event.locals.language) : [],
		sites: isOpen && one.kind === 'site' ? (await ask(event, listSites, { limit: 100 })).sites : [],
		...(isOpen && siteId ? { siteId, beds: (await askOrShow(event, listFreeBeds, { siteId })).beds } : {}),
	};
};

const done = (event: RequestEvent, what: string) => redirect(303, `/console/orders/${event.params.id}?${what}`);

export const actions: Actions = {
	end: async (event) => {
		const values = readTexts(await event.request.formData(), ['reason']);
		const input = { orderId: event.params.id, reason: values.reason };
		const ended = await askOrReturn(
			event,
			{ ...values, form: 'end' },
			() => ask(event, endOrder, input),
			restrictionFaults,
		);
		if (!('endedAt' in ended)) return ended;
		done(event, 'ended');
	},
	extend: async (event) => {
		const values = readTexts(await event.request.formData(), ['untilOn', 'decidedBy', 'decisionNumber', 'reason']);
		const work = () => ask(event, extendOrder, { orderId: event.params.id, ...values });
		const extended = await askOrReturn(event, { ...values, form: 'extend' }, work, {
			...restrictionFaults,
			untilOn: {
				vi: 'Ngày cuối mới phải sau ngày cuối hiện nay, trong vòng một năm',
				en: 'The new last day must be after the present one, within a year',
			},
		});
		if (!('untilOn' in extended)) return extended;
		done(event, 'extended');
	},
	transfer: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, ['kind', 'areaId', 'contact', 'decidedBy', 'decisionNumber', 'reason']);
		const moved = await askOrReturn(event, { ...values, form: 'transfer' }, () => transfer(event, values), {
			...restrictionFaults,
			kind: { vi: 'Hãy chọn nơi cách ly khác với hiện nay', en: 'Choose another place than the present one' },
		});
		if (!('areaId' in moved)) return moved;
		// The other area manages it now: this officer may see it no more.
		redirect(303, '/console/orders?transferred');
	},
	revoke: async (event) => {
		const values = readTexts(await event.request.formData(), ['reason']);
		const work = () => ask(event, revokeCertificate, { orderId: event.params.id, reason: values.reason });
		const revoked = await askOrReturn(event, { ...values, form: 'revoke' }, work, restrictionFaults);
		if (!('revokedAt' in revoked)) return revoked;
		done(event, 'revoked');
	},
	bed: async (event) => {
		const values = readTexts(await event.request.formData(), ['siteId', 'bedId']);
		const work = () => ask(event, chooseBed, { orderId: event.params.id, ...values });
		const given = await askOrReturn(event, { ...values, form: 'bed' }, work, restrictionFaults);
		if (!('bed' in given)) return given;
		done(event, 'bed');
	},
};

function transfer(event: RequestEvent, { kind, areaId, contact, ...said }: Record<string, string>) {
	const missing = [...(Object.hasOwn(isolationKinds, kind!) ? [] : ['kind']), ...(areaId ? [] : ['areaId'])];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	return ask(event, transferOrder, {
		...{ orderId: event.params.id, kind: kind as 'home', areaId: Number(areaId) },
		...(contact ? { contact } : {}),
		...{ decidedBy: said.decidedBy!, decisionNumber: said.decisionNumber!, reason: said.reason! },
	});
}
