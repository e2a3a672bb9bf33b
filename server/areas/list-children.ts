import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { dayOf } from '#shared/language';
import { areaIdSchema, areaSchema, daySchema } from './area.ts';
import { listChildren } from './find-areas.ts';

export const listChildrenOperation = operation({
	name: 'areas.list-children',
	summary: {
		vi: 'Các đơn vị hành chính ngay dưới một đơn vị vào một ngày; không nêu đơn vị thì là các tỉnh, thành phố',
		en: 'The units right below a unit on a day; without a unit, the provinces',
	},
	who: anyone,
	input: Type.Object(
		{ parentId: Type.Optional(Type.Union([areaIdSchema, Type.Null()])), onDay: Type.Optional(daySchema) },
		{ additionalProperties: false },
	),
	output: Type.Object({ areas: Type.Array(areaSchema) }),
	personal: 'none',
	run: async ({ db, now }, { parentId = null, onDay = dayOf(now) }) => ({
		areas: await listChildren(db, parentId, onDay),
	}),
});
