import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { RuleSet, ruleSetFields } from './assess/rule-set.ts';
import { insertRuleSet, selectNextVersion } from './queries-sets.ts';

export const setRuleSet = operation({
	name: 'risk.set-rule-set',
	summary: {
		vi: 'Thêm một bộ quy tắc xếp mức nguy cơ hoặc một phiên bản mới; phiên bản đã có không bao giờ thay đổi',
		en: 'Adds a rule set for levels of risk or a new version of one; no version ever changes',
	},
	who: role(['administrator']),
	input: Type.Object(ruleSetFields, { additionalProperties: false }),
	output: RuleSet,
	// About nobody, and kept in the log all the same: what is published follows from it.
	personal: 'changes',
	run: async ({ db }, input) => {
		const known = new Set(input.levels.map(({ level }) => level));
		const used =
			input.rule.method === 'conditions'
				? input.rule.levels.map(({ level }) => level)
				: input.rule.method === 'incidence'
					? [input.rule, ...input.rule.also].flatMap(({ bands }) => bands.map(({ level }) => level))
					: [1, 2, 3];
		if (!known.has(1) || !used.every((level) => known.has(level)))
			throw new Problem('invalid-input', { field: 'levels' });
		const { version } = await db.one(selectNextVersion(input.ruleSet));
		if (!(await db.run(insertRuleSet({ ...input, version })))) throw new Problem('busy', { retryAfterSeconds: 1 });
		return { ...input, version };
	},
});
