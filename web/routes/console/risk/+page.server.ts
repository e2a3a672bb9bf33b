import { redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { listProposals, propose } from '#risk';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow, signInPath } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { readRiskNames } from '#web/server/risk-page.ts';
import { riskFaults } from '#web/ui/risk-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(event.url));
	const { searchParams } = event.url;
	const area = searchParams.get('area');
	if (area && /^[0-9]{1,10}$/.test(area)) {
		const asked = new URLSearchParams(['rule', 'disease'].map((name) => [name, searchParams.get(name) ?? '']));
		redirect(303, `/console/risk/${area}?${asked}`);
	}
	const names = await readRiskNames(event);
	const ruleSet = names.ruleSets.find((one) => one.ruleSet === searchParams.get('rule')) ?? names.ruleSets[0]!;
	const disease = searchParams.get('disease') ?? 'covid-19';
	const which = searchParams.get('which') === 'all' ? ('all' as const) : ('changes' as const);
	const cursor = searchParams.get('after');
	const asked = { disease, ruleSet: ruleSet.ruleSet, which, ...(cursor ? { cursor } : {}) };
	return {
		...names,
		...{ ruleSet, disease, which, isFirst: !cursor, proposed: searchParams.get('proposed') },
		areas: await listLedAreas(actor, event.locals.language),
		...(await askOrShow(event, listProposals, asked)),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), ['areaId', 'disease', 'ruleSet']);
		const { areaId, disease, ruleSet } = values;
		const work = () => {
			if (!areaId) throw new Problem('invalid-input', { field: 'areaId' });
			return ask(event, propose, { areaId: Number(areaId), disease, ruleSet });
		};
		const done = await askOrReturn(event, values, work, riskFaults);
		if (!('proposed' in done)) return done;
		redirect(303, `/console/risk?rule=${ruleSet}&disease=${disease}&proposed=${done.proposed}`);
	},
};
