import type { Module } from '#platform/module';
import { decide } from './decide.ts';
import { getArea } from './get-area.ts';
import { jobs } from './jobs.ts';
import { listNewest } from './list-newest.ts';
import { listProposals } from './list-proposals.ts';
import { listRuleSets } from './list-rule-sets.ts';
import { loadFigures } from './load-figures.ts';
import { propose } from './propose.ts';
import { setRuleSet } from './set-rule-set.ts';
import { ensureRuleSets } from './sets.ts';
import { tellFacts } from './tell-facts.ts';

export { type FactName, type Facts, factNames, factWords, yesNoFacts } from './assess/facts.ts';
export { decide, getArea, listNewest, listProposals, listRuleSets, loadFigures, propose, setRuleSet, tellFacts };

export const risk: Module = {
	name: 'risk',
	operations: [
		...[listRuleSets, setRuleSet, loadFigures, tellFacts, propose, listProposals, decide, getArea, listNewest],
	],
	jobs,
	prepare: ({ db }) => ensureRuleSets(db),
};
