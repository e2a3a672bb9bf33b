import Type from 'typebox';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { readTemplate, Template, templateWords } from './template.ts';

export const getTemplate = operation({
	name: 'certificates.get-template',
	summary: {
		vi: 'Lời văn giấy xác nhận hoàn thành cách ly đang dùng, và những chỗ được điền',
		en: 'The text of the certificate as it is now, and the words that are filled in',
	},
	who: role(['health-officer', 'administrator']),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ ...Template.properties, words: Type.Array(Type.String()) }),
	personal: 'none',
	run: async ({ db }) => ({ ...(await readTemplate(db)), words: [...templateWords] }),
});
