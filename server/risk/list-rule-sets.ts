import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { RuleSet } from './assess/rule-set.ts';
import { selectRuleSets } from './queries-sets.ts';

export const listRuleSets = operation({
	name: 'risk.list-rule-sets',
	summary: {
		vi: 'Các bộ quy tắc xếp mức nguy cơ, mọi phiên bản, với văn bản căn cứ',
		en: 'The rule sets for levels of risk, every version, with the decision each comes from',
	},
	who: anyone,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ ruleSets: Type.Array(RuleSet) }),
	personal: 'none',
	run: async ({ db }) => ({ ruleSets: (await db.rows(selectRuleSets(200))).map(({ content }) => content) }),
});
