import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { getForm } from './current-form.ts';

export const get = operation({
	name: 'forms.get',
	summary: { vi: 'Một phiên bản đã công bố của mẫu tờ khai', en: 'A published version of a questionnaire' },
	who: anyone,
	input: Type.Object(
		{ url: Type.String({ maxLength: 200 }), version: Type.String({ maxLength: 40 }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ questionnaire: Type.Unknown({ description: 'FHIR R4 Questionnaire' }) }),
	personal: 'none',
	run: async ({ db }, { url, version }) => ({ questionnaire: await getForm(db, url, version) }),
});
