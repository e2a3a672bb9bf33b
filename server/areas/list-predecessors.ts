import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { areaIdSchema } from './area.ts';
import { selectPredecessors } from './queries.ts';
import { listLinked, successionSchema } from './succession.ts';

export const listPredecessors = operation({
	name: 'areas.list-predecessors',
	summary: {
		vi: 'Đơn vị mới này gồm những đơn vị cũ nào',
		en: 'What a new unit was made of',
	},
	who: anyone,
	input: Type.Object({ areaId: areaIdSchema }, { additionalProperties: false }),
	output: successionSchema,
	personal: 'none',
	run: ({ db }, { areaId }) => listLinked(db, areaId, selectPredecessors),
});
