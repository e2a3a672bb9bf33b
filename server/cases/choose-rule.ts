import Type from 'typebox';
import { getContactRule, RuleName } from '#diseases';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { CaseHead, Id, toHeads } from './answer.ts';
import { getOpenCaseRow } from './case.ts';

import { updateRule } from './queries.ts';
import { officerOfCase } from './reach.ts';

export const chooseRule = operation({
	name: 'cases.choose-rule',
	summary: {
		vi: 'Chọn quy tắc truy vết cho ca bệnh: phiên bản đang có hiệu lực',
		en: 'Chooses the rule by which the contacts of a case are found: its version in force',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id, rule: RuleName }, { additionalProperties: false }),
	output: CaseHead,
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, about }, { caseId, rule: name }) => {
		const stored = await getOpenCaseRow(db, caseId);
		about(stored.person_id);
		const rule = await getContactRule(db, name, now);
		if (rule.disease !== stored.disease) throw new Problem('invalid-input', { field: 'rule' });
		await db.run(updateRule(caseId, rule.rule, rule.version));
		return (await toHeads(db, [{ ...stored, rule: rule.rule, rule_version: rule.version }]))[0]!;
	},
});
