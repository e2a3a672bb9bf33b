import { redirect } from '@sveltejs/kit';
import { getCase } from '#cases';
import { listDiseases } from '#diseases';
import { issueOrder } from '#isolation';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow, signInPath } from '#web/server/ask.ts';
import { findPersons } from '#web/server/find-person.ts';
import { readTexts } from '#web/server/posted.ts';
import { listChoosableRegimes } from '#web/server/regimes.ts';
import { isolationKinds, restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(event.url));
	const caseId = event.url.searchParams.get('case');
	const ofCase = caseId ? await askOrShow(event, getCase, { caseId: caseId.slice(0, 30) }) : undefined;
	const { diseases } = await ask(event, listDiseases, {});
	return {
		areas: await listLedAreas(actor, event.locals.language),
		today: dayOf(running.platform!.clock.now()),
		regimes: await listChoosableRegimes(event),
		ofCase,
		// Written on papers that are in Vietnamese, whoever gives the order.
		disease: diseases.find(({ disease }) => disease === ofCase?.disease)?.name.vi ?? '',
	};
};

export const actions: Actions = {
	find: findPersons,
	issue: async (event) => {
		const values = readTexts(await event.request.formData(), [
			...(['person', 'maskedName', 'areaId', 'kind', 'disease', 'decidedBy', 'decisionNumber'] as const),
			...(['contact', 'fromOn', 'untilOn', 'purpose', 'regime'] as const),
		]);
		const issued = await askOrReturn(event, values, () => issue(event, values), restrictionFaults);
		if (!('orderId' in issued)) return issued;
		redirect(303, `/console/orders/${issued.orderId}?${issued.wasIssued ? 'was-issued' : 'issued'}`);
	},
};

type Kind = 'home' | 'site' | 'clinic' | 'gate' | 'elsewhere';

async function issue(event: Parameters<typeof ask>[0], values: Record<string, string>) {
	const { person, areaId, kind, contact, disease, decidedBy, decisionNumber, fromOn, untilOn, purpose, regime } =
		values;
	const missing = ['person', 'areaId'].filter((field) => !values[field]);
	if (!Object.hasOwn(isolationKinds, kind!)) missing.push('kind');
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	return ask(event, issueOrder, {
		person: person!,
		areaId: Number(areaId),
		kind: kind as Kind,
		disease: disease!,
		decidedBy: decidedBy!,
		decisionNumber: decisionNumber!,
		...(contact ? { contact } : {}),
		fromOn: fromOn!,
		...(untilOn ? { untilOn } : {}),
		...(regime ? { regime } : {}),
		purpose: purpose!,
	});
}
