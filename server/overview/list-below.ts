import Type from 'typebox';
import { type Area, findArea, listChildren } from '#areas';
import { operation } from '#platform/operation';
import { Cells, noCells } from './cells.ts';
import { countedAtOf } from './count-days.ts';
import { cursorPattern, Order, pageOf } from './order-below.ts';
import { selectSetting } from './queries.ts';
import { readerOfArea, seesSmall } from './reach.ts';
import { readTable } from './read-shown.ts';
import { AreaId, Day, nameOf, readDay, required, Words } from './shapes.ts';

const Row = Type.Object({
	areaId: Type.Integer(),
	name: Words,
	bareName: Type.String({ description: 'Without the kind of unit, as on a map' }),
	cells: Cells,
});

export const listBelow = operation({
	name: 'overview.list-below',
	summary: {
		vi: 'Các đơn vị ngay dưới một địa bàn, xếp theo tỷ lệ đã báo, số chưa báo hoặc tên',
		en: 'The units right below an area, by the share that reported, by how many are missing, or by name',
	},
	who: readerOfArea,
	input: Type.Object(
		{
			areaId: AreaId,
			day: Type.Optional(Day),
			order: Type.Optional(Order),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
			cursor: Type.Optional(Type.String({ pattern: cursorPattern, description: 'Where the page before ended' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		areas: Type.Array(Row),
		rest: Type.Object({ ...Cells.properties }, { description: 'Watched by the area itself, in none of those below' }),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'none',
	run: async ({ db, caller, now }, { areaId, order = 'completion', limit = 100, cursor, ...input }) => {
		const area = required(await findArea(db, areaId));
		const day = readDay(input.day, now);
		await countedAtOf(db, day, now);
		const { smallest } = await db.one(selectSetting(now));
		const asked = { path: area.path, day, smallest: seesSmall(caller.actor, area.path) ? undefined : smallest };
		const [{ below, rest }, children] = await Promise.all([readTable(db, asked), listChildren(db, areaId, day)]);
		const rows = children.map((one) => toRow(one, below.get(one.path) ?? noCells));
		const { page, ...more } = pageOf(rows, { order, limit, cursor });
		return { areas: page, rest, ...more };
	},
});

const toRow = (area: Area, cells: Cells) => ({
	...{ areaId: area.areaId, name: nameOf(area), bareName: bareNameOf(area), cells },
});

/** "Phường Ba Đình" is "Ba Đình" where there is little room; "Quận 1" stays. */
function bareNameOf({ name, kind }: Area): string {
	const bare = kind && name.startsWith(`${kind} `) ? name.slice(kind.length + 1) : name;
	return /^\d+$/.test(bare) ? name : bare;
}
