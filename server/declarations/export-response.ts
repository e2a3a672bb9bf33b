import Type from 'typebox';
import { getForm } from '#forms';
import { readIds } from '#identity';
import { Id, uuidPattern } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { self } from '#platform/who';
import type { Answers } from '#shared/form/answers';
import { compile, healthPart } from '#shared/form/compile';
import type { FormSettings } from '#shared/form/questionnaire';
import { toResponse } from '#shared/form/response';
import { dayOf } from '#shared/language';
import { selectDeclaration } from './queries.ts';

export const exportResponse = operation({
	name: 'declarations.export-response',
	summary: {
		vi: 'Tải một tờ khai theo chuẩn FHIR QuestionnaireResponse',
		en: 'A declaration as a FHIR R4 QuestionnaireResponse',
	},
	who: self((input: { person: string }) => input.person),
	input: Type.Object(
		{ person: Id, declaration: Type.String({ pattern: uuidPattern }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ response: Type.Unknown({ description: 'FHIR R4 QuestionnaireResponse' }) }),
	personal: 'reads',
	run: async ({ db, platform: { keys }, about, caller: { language } }, { person, declaration }) => {
		const row = await db.find(selectDeclaration(await readIds(db, person), declaration));
		if (!row) throw new Problem('not-found');
		about(person);
		const questionnaire = await getForm(db, row.form_url, row.form_version);
		const settings = row.form_settings as FormSettings;
		const form = healthPart(compile(questionnaire, { language, settings, today: dayOf(row.declared_at) }));
		const answers = JSON.parse(keys.decrypt(row.answers_sealed)) as Answers;
		const [id, declaredBy] = [row.declaration_id, row.is_proxy ? row.declared_by : undefined];
		return { response: toResponse(form, answers, { id, personId: person, declaredBy, authored: row.declared_at }) };
	},
});
