import { redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow, signInPath } from '#web/server/ask.ts';
import { listDiseaseChoices, readExtentTexts, toExtent } from '#web/server/cordon-form.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { cordonFaults } from '#web/ui/cordon-words.ts';
import { deciders, declareCordon, listProposals } from '#zones';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(event.url));
	const proposalId = event.url.searchParams.get('proposal');
	const { proposals } = proposalId ? await askOrShow(event, listProposals, { limit: 100 }) : { proposals: [] };
	return {
		areas: await listLedAreas(actor, event.locals.language, deciders),
		diseases: await listDiseaseChoices(event),
		proposal: proposals.find((one) => one.proposalId === proposalId),
	};
};

const names = [
	...(['areaId', 'from', 'until', 'decidedBy', 'decisionNumber', 'noticeAt'] as const),
	...(['disease', 'reportsADay', 'stopsResidents', 'proposalId'] as const),
];

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const extent = readExtentTexts(posted);
		const values = { ...readTexts(posted, names), ...extent };
		const done = await askOrReturn(event, values, () => declare(event, values, extent), cordonFaults);
		if (!('cordonId' in done)) return done;
		redirect(303, `/console/cordons/${done.cordonId}?declared=${done.isNoticeShort ? 'short' : 'whole'}`);
	},
};

async function declare(
	event: Parameters<typeof ask>[0],
	values: Record<(typeof names)[number], string>,
	extent: ReturnType<typeof readExtentTexts>,
) {
	const { areaId, disease, decidedBy, decisionNumber, proposalId } = values;
	const [from, until, noticeAt] = [values.from, values.until, values.noticeAt].map(readLocalTime);
	const missing = [...(areaId ? [] : ['areaId']), ...(disease ? [] : ['disease']), ...(from ? [] : ['from'])];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	return ask(event, declareCordon, {
		areaId: Number(areaId),
		...toExtent(extent),
		disease,
		reportsADay: values.reportsADay === '2' ? 2 : 1,
		stopsResidents: values.stopsResidents === 'yes',
		...(proposalId ? { proposalId } : {}),
		from: from!,
		...(until ? { until } : {}),
		decidedBy,
		decisionNumber,
		...(noticeAt ? { noticeAt } : {}),
	});
}
