import Type from 'typebox';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { fillExample, readTemplates, Template, templateWords } from './form.ts';

export const listTemplates = operation({
	name: 'papers.list-templates',
	summary: {
		vi: 'Lời văn các quyết định, thông báo cách ly đang dùng, kèm ví dụ đã điền',
		en: 'The texts of decisions and notices of isolation, each with an example filled in',
	},
	who: role(['health-officer', 'administrator']),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		templates: Type.Array(Type.Object({ ...Template.properties, example: Type.String() })),
		words: Type.Array(Type.String()),
	}),
	personal: 'none',
	run: async ({ db }) => ({
		templates: (await readTemplates(db)).map((one) => ({ ...one, example: fillExample(one.body) })),
		words: [...templateWords],
	}),
});
