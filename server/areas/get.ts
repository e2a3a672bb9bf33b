import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyone } from '#platform/who';
import { areaIdSchema, areaSchema } from './area.ts';
import { findArea } from './find-areas.ts';

export const get = operation({
	name: 'areas.get',
	summary: { vi: 'Một đơn vị hành chính', en: 'One unit' },
	who: anyone,
	input: Type.Object({ areaId: areaIdSchema }, { additionalProperties: false }),
	output: areaSchema,
	personal: 'none',
	run: async ({ db }, { areaId }) => {
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('not-found', { field: 'areaId' });
		return area;
	},
});
