import { redirect } from '@sveltejs/kit';
import { getCase } from '#cases';
import { Problem } from '#platform/problem';
import { propose, proposeContacts } from '#proposals';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow, signInPath } from '#web/server/ask.ts';
import { findPersons } from '#web/server/find-person.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { listChoosableRegimes } from '#web/server/regimes.ts';
import { causes, isolationKinds, restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(event.url));
	const caseId = event.url.searchParams.get('case');
	return {
		areas: await listLedAreas(actor, event.locals.language),
		regimes: await listChoosableRegimes(event),
		ofCase: caseId ? await askOrShow(event, getCase, { caseId: caseId.slice(0, 30) }) : undefined,
	};
};

const fields = ['kind', 'regime', 'knownAt', 'fromOn', 'hold', 'reason'] as const;

/** What both forms say of everybody alike; names what is missing of it. */
function readWanted(values: Record<(typeof fields)[number], string>, missing: string[]) {
	const { kind, regime, knownAt, fromOn, hold, reason } = values;
	if (!Object.hasOwn(isolationKinds, kind)) missing.push('kind');
	if (!regime) missing.push('regime');
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	const known = readLocalTime(knownAt);
	return {
		...{ kind: kind as 'home', regime, reason },
		...(known ? { knownAt: known } : {}),
		...(fromOn ? { fromOn } : {}),
		...(hold ? { hold: { isDoubled: hold === 'doubled' } } : {}),
	};
}

async function proposeOne(
	event: RequestEvent,
	values: Record<(typeof fields)[number] | 'person' | 'areaId' | 'cause', string>,
) {
	const { person, areaId, cause } = values;
	const missing = ['person', 'areaId'].filter((field) => !values[field as 'person']);
	if (!Object.hasOwn(causes, cause)) missing.push('cause');
	const wanted = readWanted(values, missing);
	return ask(event, propose, { ...wanted, persons: [person], areaId: Number(areaId), cause: cause as 'case' });
}

export const actions: Actions = {
	find: findPersons,
	propose: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, [...fields, 'person', 'maskedName', 'areaId', 'cause']);
		const done = await askOrReturn(event, values, () => proposeOne(event, values), restrictionFaults);
		if (!('proposed' in done)) return done;
		redirect(
			303,
			`/console/proposals/${done.proposed[0]!.proposalId}?${done.proposed[0]!.wasProposed ? 'was-proposed' : 'proposed'}`,
		);
	},
	contacts: async (event) => {
		const values = readTexts(await event.request.formData(), [...fields, 'caseId', 'levelMax', 'after']);
		const { caseId, after } = values;
		const work = () =>
			ask(event, proposeContacts, {
				...{ ...readWanted(values, []), caseId, levelMax: Number(values.levelMax) || 1 },
				...(after ? { after } : {}),
			});
		const done = await askOrReturn(event, values, work, restrictionFaults);
		if (!('proposed' in done)) return done;
		return { values: { ...values, after: done.next ?? '' }, listed: done.proposed.length, next: done.next };
	},
};
