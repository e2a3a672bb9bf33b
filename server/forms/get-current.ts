import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { currentForm } from './current-form.ts';

export const getCurrent = operation({
	name: 'forms.get-current',
	summary: {
		vi: 'Mẫu tờ khai đang dùng, theo chuẩn FHIR, với thiết lập của nó',
		en: 'The questionnaire in use, as FHIR, with its settings',
	},
	who: anyone,
	input: Type.Object({ name: Type.String({ maxLength: 60 }) }, { additionalProperties: false }),
	output: Type.Object({
		questionnaire: Type.Unknown({ description: 'FHIR R4 Questionnaire' }),
		settings: Type.Object({
			lookBackDays: Type.Integer(),
			disease: Type.Object({ vi: Type.String(), en: Type.String() }),
		}),
	}),
	personal: 'none',
	run: ({ db }, { name }) => currentForm(db, name),
});
