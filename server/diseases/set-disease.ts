import Type from 'typebox';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { Disease, diseaseFields, toDiseaseRow } from './disease.ts';
import { upsertDisease } from './queries-diseases.ts';

export const setDisease = operation({
	name: 'diseases.set-disease',
	summary: { vi: 'Thêm hoặc sửa một bệnh', en: 'Adds a disease or changes what is known of it' },
	who: role(['administrator']),
	input: Type.Object(diseaseFields, { additionalProperties: false }),
	output: Disease,
	// About nobody, and kept in the log all the same: it changes who can be ordered to stay where they are.
	personal: 'changes',
	run: async ({ db }, input) => {
		await db.run(upsertDisease(toDiseaseRow(input)));
		return input;
	},
});
