import { redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import {
	decide,
	type FactName,
	factNames,
	factWords,
	getArea,
	listProposals,
	propose,
	tellFacts,
	yesNoFacts,
} from '#risk';
import { ask, askOrReturn, askOrShow, signInPath } from '#web/server/ask.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { readRiskNames } from '#web/server/risk-page.ts';
import { riskFaults } from '#web/ui/risk-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (event.locals.caller.actor.kind !== 'staff') redirect(303, signInPath(event.url));
	const areaId = Number(event.params.area);
	const names = await readRiskNames(event);
	const { ruleSet, disease } = askedOf(event.url);
	const chosen = names.ruleSets.find((one) => one.ruleSet === ruleSet) ?? names.ruleSets[0]!;
	const found = await askOrShow(event, getArea, { areaId });
	const about = { disease, ruleSet: chosen.ruleSet, areaId, which: 'all' as const };
	const { proposals } = await askOrShow(event, listProposals, about);
	const language = event.locals.language;
	return {
		...names,
		...{ areaId, ruleSet: chosen, disease, areaName: found.areaName },
		current: found.current.find((one) => one.disease === disease),
		proposal: proposals[0],
		facts: factNames.map((name) => ({
			...{ name, isYesNo: yesNoFacts.has(name) },
			label: factWords[name][language].replace(/^./u, (first) => first.toLocaleUpperCase('vi')),
		})),
		asked: `rule=${chosen.ruleSet}&disease=${disease}`,
	};
};

const askedOf = (url: URL) => ({
	ruleSet: url.searchParams.get('rule') ?? 'qd-2686',
	disease: (url.searchParams.get('disease') ?? 'covid-19').slice(0, 40),
});

export const actions: Actions = {
	facts: async (event) => {
		const areaId = Number(event.params.area);
		const values = readTexts(await event.request.formData(), factNames);
		const { ruleSet, disease } = askedOf(event.url);
		const work = async () => {
			await ask(event, tellFacts, { areaId, disease, facts: readFacts(values) });
			return ask(event, propose, { areaId, disease, ruleSet });
		};
		const done = await askOrReturn(event, values, work, riskFaults);
		if (!('proposed' in done)) return done;
		redirect(303, `${event.url.pathname}?rule=${ruleSet}&disease=${disease}`);
	},
	decide: async (event) => {
		const areaId = Number(event.params.area);
		const posted = await event.request.formData();
		const values = readTexts(posted, ['level', 'decidedBy', 'decisionNumber', 'differsBecause', 'holdsFrom']);
		const { level, decidedBy, decisionNumber, differsBecause } = values;
		const holdsFrom = readLocalTime(values.holdsFrom);
		const work = () => {
			if (!level) throw new Problem('invalid-input', { field: 'level' });
			return ask(event, decide, {
				...{ areaId, ...askedOf(event.url), level: Number(level), decidedBy, decisionNumber },
				...(differsBecause ? { differsBecause } : {}),
				...(holdsFrom ? { holdsFrom } : {}),
			});
		};
		const done = await askOrReturn(event, values, work, riskFaults);
		if (!('decisionId' in done)) return done;
		redirect(303, `/risk/${areaId}`);
	},
};

/** What was left empty is not known. */
function readFacts(values: Record<FactName, string>): Partial<Record<FactName, number>> {
	const told = Object.entries(values).filter(([, text]) => text !== '');
	const numbers = told.map(([name, text]) => [name, Number(text.replace(',', '.'))] as const);
	const wrong = numbers.find(([, number]) => !Number.isFinite(number) || number < 0);
	if (wrong) throw new Problem('invalid-input', { fields: [{ field: wrong[0], text: riskFaults.facts! }] });
	return Object.fromEntries(numbers);
}
