import Type from 'typebox';
import { brokenConstraint } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { ContactRule, ruleFields, toRuleRow } from './contact-rule.ts';
import { insertNextRule } from './queries-contact-rules.ts';

export const setContactRule = operation({
	name: 'diseases.set-contact-rule',
	summary: {
		vi: 'Thêm một quy tắc truy vết hoặc một phiên bản mới; phiên bản đã có không bao giờ thay đổi',
		en: 'Adds a rule or a new version of one; no version ever changes, and open cases keep theirs',
	},
	who: role(['administrator']),
	input: Type.Object(ruleFields, { additionalProperties: false }),
	output: ContactRule,
	// About nobody, and kept in the log all the same: it changes who is found.
	personal: 'changes',
	run: async ({ db }, input) => {
		try {
			const { version } = await db.one(insertNextRule(toRuleRow({ ...input, version: 0 })));
			return { ...input, version };
		} catch (error) {
			if (brokenConstraint(error) === 'contact_rule_pkey') throw new Problem('busy', { retryAfterSeconds: 1 });
			throw error;
		}
	},
});
