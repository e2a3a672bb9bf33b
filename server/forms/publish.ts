import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyOf, role, system } from '#platform/who';
import { findFaults } from '#shared/form/publishable';
import type { Questionnaire } from '#shared/form/questionnaire';
import { insertQuestionnaire, selectIsSame } from './queries.ts';

export const publish = operation({
	name: 'forms.publish',
	summary: {
		vi: 'Công bố một phiên bản mới của mẫu tờ khai; phiên bản đã công bố không bao giờ đổi',
		en: 'Publishes a new version of a questionnaire; a published one never changes',
	},
	who: anyOf(role(['administrator']), system),
	input: Type.Object(
		{ questionnaire: Type.Object({}, { additionalProperties: true, description: 'FHIR R4 Questionnaire' }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ url: Type.String(), version: Type.String() }),
	personal: 'none',
	run: async ({ db, now }, input) => {
		const questionnaire = input.questionnaire as unknown as Questionnaire;
		if (!Array.isArray(questionnaire.item)) throw new Problem('form-faulty', { values: { faults: 'item' } });
		const faults = findFaults(questionnaire);
		if (faults.length) throw new Problem('form-faulty', { values: { faults: faults.slice(0, 20).join('; ') } });
		await db.run(insertQuestionnaire(questionnaire, now));
		const { is_same } = await db.one(selectIsSame(questionnaire));
		if (!is_same) throw new Problem('conflict', { field: 'questionnaire.version' });
		return { url: questionnaire.url, version: questionnaire.version };
	},
});
