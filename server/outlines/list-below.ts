import Type from 'typebox';
import { listChildren } from '#areas';
import { operation } from '#platform/operation';
import { staff } from '#platform/who';
import { dayOf } from '#shared/language';
import { AreaOutline } from './area-outline.ts';
import { readOutlines } from './read-outlines.ts';

export const listBelow = operation({
	name: 'outlines.list-below',
	summary: {
		vi: 'Đường ranh các đơn vị ngay dưới một đơn vị, đã giản lược để vẽ bản đồ; trống nếu chưa nạp',
		en: 'The outlines of the units right below a unit, coarse as a map needs them; empty where none were loaded',
	},
	who: staff,
	input: Type.Object({ areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }, { additionalProperties: false }),
	output: Type.Object({
		outlines: Type.Array(AreaOutline),
	}),
	personal: 'none',
	run: async ({ db, now }, { areaId }) => {
		const children = await listChildren(db, areaId, dayOf(now));
		const found = await readOutlines(
			db,
			children.map((one) => one.areaId),
		);
		return { outlines: [...found].map(([areaId, outline]) => ({ areaId, ...outline })) };
	},
});
