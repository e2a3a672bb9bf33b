import Type from 'typebox';
import { brokenConstraint } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { Template, templateFields, unknownWord } from './notice.ts';
import { insertNextTemplate } from './queries-notices.ts';

export const setTemplate = operation({
	name: 'outbreaks.set-template',
	summary: {
		vi: 'Thêm phiên bản mới của một mẫu thông báo; thông báo đã công bố không đổi',
		en: 'Adds a new version of a form; what was published by the one before stays',
	},
	who: role(['administrator']),
	input: Type.Object(templateFields, { additionalProperties: false }),
	output: Template,
	// About nobody, and kept in the log all the same: authorities speak to the public by it.
	personal: 'changes',
	run: async ({ db }, { isSample, ...given }) => {
		if (unknownWord(given.body) !== undefined) throw new Problem('invalid-input', { field: 'body' });
		try {
			const { version } = await db.one(insertNextTemplate({ ...given, is_sample: isSample }));
			return { ...given, isSample, version };
		} catch (error) {
			if (brokenConstraint(error) === 'notice_template_pkey') throw new Problem('busy', { retryAfterSeconds: 1 });
			throw error;
		}
	},
});
