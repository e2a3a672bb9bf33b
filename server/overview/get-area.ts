import Type from 'typebox';
import { findArea, getAreas } from '#areas';
import { operation } from '#platform/operation';
import { Cells } from './cells.ts';
import { countedAtOf } from './count-days.ts';
import { selectSetting } from './queries.ts';
import { readerOfArea, seesSmall } from './reach.ts';
import { readShown } from './read-shown.ts';
import { AreaId, Day, Moment, nameOf, readDay, required, Words } from './shapes.ts';

export const getArea = operation({
	name: 'overview.get-area',
	summary: {
		vi: 'Bao nhiêu người của một địa bàn phải báo sức khoẻ trong ngày, bao nhiêu đã báo, chưa báo, trả lời đỏ; giường trống',
		en: 'How many people of an area are to report on a day, how many did, how many are missing or red; beds free',
	},
	who: readerOfArea,
	input: Type.Object({ areaId: AreaId, day: Type.Optional(Day) }, { additionalProperties: false }),
	output: Type.Object({
		areaId: Type.Integer(),
		name: Words,
		level: Type.String(),
		above: Type.Array(Type.Object({ areaId: Type.Integer(), name: Words }), { description: 'The country first' }),
		day: Day,
		countedAt: Type.Optional(Moment),
		smallest: Type.Optional(Type.Integer({ description: 'Numbers of fewer people are hidden' })),
		cells: Cells,
	}),
	personal: 'none',
	run: async ({ db, caller, now }, input) => {
		const area = required(await findArea(db, input.areaId));
		const day = readDay(input.day, now);
		const countedAt = await countedAtOf(db, day, now);
		const setting = await db.one(selectSetting(now));
		const smallest = seesSmall(caller.actor, area.path) ? undefined : setting.smallest;
		const ids = area.path.split('.').map(Number).slice(0, -1);
		const above = await getAreas(db, ids);
		return {
			...{ areaId: area.areaId, name: nameOf(area), level: area.level, day },
			above: ids.flatMap((areaId) => (above.has(areaId) ? [{ areaId, name: nameOf(above.get(areaId)!) }] : [])),
			...(countedAt ? { countedAt: countedAt.toISOString() } : {}),
			...(smallest === undefined ? {} : { smallest }),
			cells: await readShown(db, { path: area.path, day, smallest }),
		};
	},
});
