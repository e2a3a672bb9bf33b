import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { areaIdSchema } from './area.ts';
import { selectSuccessors } from './queries.ts';
import { listLinked, successionSchema } from './succession.ts';

export const listSuccessors = operation({
	name: 'areas.list-successors',
	summary: {
		vi: 'Đơn vị cũ này đã thành những đơn vị nào; đơn vị bị chia thì có nhiều câu trả lời',
		en: 'What an old unit became; for one that was split, several',
	},
	who: anyone,
	input: Type.Object({ areaId: areaIdSchema }, { additionalProperties: false }),
	output: successionSchema,
	personal: 'none',
	run: ({ db }, { areaId }) => listLinked(db, areaId, selectSuccessors),
});
