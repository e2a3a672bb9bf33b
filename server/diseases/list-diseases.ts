import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { Disease, readDiseases } from './disease.ts';

export const listDiseases = operation({
	name: 'diseases.list-diseases',
	summary: {
		vi: 'Các bệnh mà hệ thống theo dõi',
		en: 'The diseases that are watched, with their group by law and their serial interval',
	},
	who: anyone,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ diseases: Type.Array(Disease) }),
	personal: 'none',
	run: async ({ db }) => ({ diseases: await readDiseases(db) }),
});
