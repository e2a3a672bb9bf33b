import Type from 'typebox';
import { officer } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { deleteView as deleteRow } from './queries.ts';

export const deleteView = operation({
	name: 'views.delete',
	summary: { vi: 'Xoá một bộ lọc bạn đã lưu', en: 'Deletes a filter you saved' },
	who: officer,
	input: Type.Object({ viewId: Id }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'none',
	run: async ({ db, caller }, { viewId }) => {
		if (!(await db.run(deleteRow(viewId, actorId(caller.actor)!)))) throw new Problem('not-found', { field: 'viewId' });
		return {};
	},
});
