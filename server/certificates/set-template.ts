import Type from 'typebox';
import { brokenConstraint } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { insertNextTemplate } from './queries.ts';
import { Template, templateFields, unknownWord } from './template.ts';

export const setTemplate = operation({
	name: 'certificates.set-template',
	summary: {
		vi: 'Thêm phiên bản mới của lời văn giấy xác nhận hoàn thành cách ly',
		en: 'Adds a new version of the certificate’s text',
	},
	who: role(['administrator']),
	input: Type.Object(templateFields, { additionalProperties: false }),
	output: Template,
	// About nobody, and kept in the log all the same: authorities certify by it.
	personal: 'changes',
	run: async ({ db }, { isSample, validDays, ...given }) => {
		if (unknownWord(given.body) !== undefined) throw new Problem('invalid-input', { field: 'body' });
		try {
			const { version } = await db.one(
				insertNextTemplate({ ...given, is_sample: isSample, valid_days: validDays ?? null }),
			);
			return { ...given, isSample, ...(validDays === undefined ? {} : { validDays }), version };
		} catch (error) {
			if (brokenConstraint(error) === 'template_pkey') throw new Problem('busy', { retryAfterSeconds: 1 });
			throw error;
		}
	},
});
