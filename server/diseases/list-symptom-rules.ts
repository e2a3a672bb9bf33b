import Type from 'typebox';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { readSymptomRules, SymptomRule } from './symptom-rule.ts';

export const listSymptomRules = operation({
	name: 'diseases.list-symptom-rules',
	summary: {
		vi: 'Các quy tắc xác định có triệu chứng, với mọi phiên bản',
		en: 'The rules by which a daily report is symptomatic, with every version, the newest of each first',
	},
	who: role(['health-officer', 'administrator', 'analyst']),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ rules: Type.Array(SymptomRule) }),
	personal: 'none',
	run: async ({ db }) => ({ rules: await readSymptomRules(db) }),
});
