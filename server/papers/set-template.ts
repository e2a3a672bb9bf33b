import Type from 'typebox';
import { brokenConstraint } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { Template, templateFields, unknownWord } from './form.ts';
import { insertNextTemplate } from './queries.ts';

export const setTemplate = operation({
	name: 'papers.set-template',
	summary: {
		vi: 'Thêm phiên bản mới của lời văn một quyết định, thông báo cách ly; xác nhận đã đối chiếu biểu mẫu chính thức',
		en: 'Adds a new version of a form’s text, confirmed or not to be the official wording',
	},
	who: role(['administrator']),
	input: Type.Object(templateFields, { additionalProperties: false }),
	output: Template,
	// About nobody, and kept in the log all the same: authorities decide by it.
	personal: 'changes',
	run: async ({ db }, { isConfirmed, ...given }) => {
		for (const field of ['title', 'body'] as const)
			if (unknownWord(given[field]) !== undefined) throw new Problem('invalid-input', { field });
		try {
			const { version } = await db.one(insertNextTemplate({ ...given, is_confirmed: isConfirmed }));
			return { ...given, isConfirmed, version };
		} catch (error) {
			if (brokenConstraint(error) === 'template_pkey') throw new Problem('busy', { retryAfterSeconds: 1 });
			throw error;
		}
	},
});
