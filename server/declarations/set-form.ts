import Type from 'typebox';
import { chooseForm, getForm } from '#forms';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyOf, role, system } from '#platform/who';
import { compile, healthPart } from '#shared/form/compile';
import { dayOf } from '#shared/language';
import { listUnasked } from './judge.ts';
import { findRule } from './rules.ts';

const Words = Type.Object(
	{ vi: Type.String({ maxLength: 100 }), en: Type.String({ maxLength: 100 }) },
	{ additionalProperties: false },
);

export const setForm = operation({
	name: 'declarations.set-form',
	summary: {
		vi: 'Chọn phiên bản mẫu tờ khai đang dùng, số ngày nhìn lại và tên bệnh',
		en: 'Chooses the version in use, the days of look-back and the name of the disease',
	},
	who: anyOf(role(['administrator']), system),
	input: Type.Object(
		{
			name: Type.String({ pattern: '^[a-z-]{1,60}$' }),
			url: Type.String({ maxLength: 200 }),
			version: Type.String({ maxLength: 40 }),
			settings: Type.Object(
				{ lookBackDays: Type.Integer({ minimum: 1, maximum: 60 }), disease: Words },
				{ additionalProperties: false },
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({}),
	personal: 'none',
	// A rule finds nothing in a question that was not asked: everybody would be green.
	run: async ({ db, now }, { name, url, version, settings }) => {
		const questionnaire = await getForm(db, url, version);
		const rule = await findRule(db, name, now);
		const form = healthPart(compile(questionnaire, { language: 'vi', settings, today: dayOf(now) }));
		const unasked = rule ? listUnasked(rule, form) : [];
		if (unasked.length) throw new Problem('form-lacks-questions', { values: { questions: unasked.join(', ') } });
		await chooseForm(db, name, { url, version, settings }, now);
		return {};
	},
});
