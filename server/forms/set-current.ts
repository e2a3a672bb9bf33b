import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyOf, role, system } from '#platform/who';
import { getForm } from './current-form.ts';
import { upsertCurrentForm } from './queries.ts';

const Words = Type.Object(
	{ vi: Type.String({ maxLength: 100 }), en: Type.String({ maxLength: 100 }) },
	{ additionalProperties: false },
);

export const setCurrent = operation({
	name: 'forms.set-current',
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
	run: async ({ db, now }, { name, url, version, settings }) => {
		await getForm(db, url, version);
		await db.run(upsertCurrentForm(name, { url, version, settings }, now));
		return {};
	},
});
