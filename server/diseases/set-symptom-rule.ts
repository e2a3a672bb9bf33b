import Type from 'typebox';
import { findArea } from '#areas';
import { brokenConstraint } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { insertNextSymptomRule } from './queries-symptom-rules.ts';
import { keptSymptomRules, SymptomRule, symptomRuleFields } from './symptom-rule.ts';

export const setSymptomRule = operation({
	name: 'diseases.set-symptom-rule',
	summary: {
		vi: 'Đặt quy tắc xác định có triệu chứng, cho cả nước hoặc cho một địa bàn; phiên bản đã có không đổi',
		en: 'Adds a rule by which reports are symptomatic, or a new version, for the country or one area; no version changes',
	},
	who: role(['administrator']),
	input: Type.Object(
		{ ...symptomRuleFields, areaId: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })) },
		{ additionalProperties: false },
	),
	output: SymptomRule,
	// About nobody, and kept in the log all the same: it changes who is called.
	personal: 'changes',
	run: async ({ db, platform, afterCommit }, { areaId, ...rule }) => {
		const area = areaId === undefined ? undefined : await findArea(db, areaId);
		if (areaId !== undefined && !area) throw new Problem('invalid-input', { field: 'areaId' });
		const areaPath = area?.path ?? '';
		try {
			const { version } = await db.one(insertNextSymptomRule({ ...rule, areaPath }));
			afterCommit(() => keptSymptomRules.forget(platform));
			return { ...rule, areaPath, version };
		} catch (error) {
			if (brokenConstraint(error) === 'symptom_rule_pkey') throw new Problem('busy', { retryAfterSeconds: 1 });
			throw error;
		}
	},
});
