import type { RequestEvent } from '@sveltejs/kit';
import { listDiseases } from '#diseases';
import { listRuleSets } from '#risk';
import { ask } from './ask.ts';

type PageEvent = Pick<RequestEvent, 'locals'>;

/** The newest version of each rule set, and the names of levels and diseases in the page's language. */
export async function readRiskNames(event: PageEvent) {
	const { language } = event.locals;
	const { ruleSets } = await ask(event, listRuleSets, {});
	const newest = ruleSets.filter(
		(one, index) => ruleSets.findIndex(({ ruleSet }) => ruleSet === one.ruleSet) === index,
	);
	const { diseases } = await ask(event, listDiseases, {});
	const diseaseNames = Object.fromEntries(diseases.map(({ disease, name }) => [disease, name[language]]));
	const levelNames = Object.fromEntries(
		ruleSets.flatMap(({ ruleSet, version, levels }) =>
			levels.map(({ level, name }) => [`${ruleSet} ${version} ${level}`, name[language]]),
		),
	);
	return { ruleSets: newest, diseaseNames, levelNames };
}
