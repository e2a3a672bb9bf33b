import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { selectModes } from './queries.ts';

export const listModes = operation({
	name: 'interviews.list-modes',
	summary: {
		vi: 'Các mức gần khi tiếp xúc, gần nhất trước',
		en: 'How near a meeting can have been, the nearest first',
	},
	who: anyone,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		modes: Type.Array(
			Type.Object({
				mode: Type.String(),
				grade: Type.Integer(),
				name: Type.Object({ vi: Type.String(), en: Type.String() }),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db }) => ({
		modes: (await db.rows(selectModes(100))).map(({ mode, grade, name_vi, name_en }) => ({
			...{ mode, grade },
			name: { vi: name_vi, en: name_en },
		})),
	}),
});
