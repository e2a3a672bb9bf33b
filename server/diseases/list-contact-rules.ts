import Type from 'typebox';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { ContactRule, toRule } from './contact-rule.ts';
import { selectRules } from './queries-contact-rules.ts';

const versionsMax = 500;

export const listContactRules = operation({
	name: 'diseases.list-contact-rules',
	summary: {
		vi: 'Các quy tắc truy vết với mọi phiên bản',
		en: 'The rules by which contacts are found, with every version, the newest of each first',
	},
	who: role(['health-officer', 'administrator', 'analyst']),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ rules: Type.Array(ContactRule) }),
	personal: 'none',
	run: async ({ db }) => ({ rules: (await db.rows(selectRules(versionsMax))).map(toRule) }),
});
