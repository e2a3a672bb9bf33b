import Type from 'typebox';
import { findArea } from '#areas';
import { operation } from '#platform/operation';
import { shiftDay } from '#shared/language';
import { Cells, noCells, toCells } from './cells.ts';
import { selectSetting, selectTrend } from './queries.ts';
import { selectCountedDays } from './queries-count.ts';
import { readerOfArea, seesSmall } from './reach.ts';
import { readShown } from './read-shown.ts';
import { AreaId, Day, readDay, required } from './shapes.ts';

const daysMax = 60;

export const getTrend = operation({
	name: 'overview.get-trend',
	summary: {
		vi: 'Số phải báo, đã báo, chưa báo của một địa bàn qua các ngày',
		en: 'How many of an area were to report and did, day by day',
	},
	who: readerOfArea,
	input: Type.Object(
		{
			areaId: AreaId,
			until: Type.Optional(Day),
			days: Type.Optional(Type.Integer({ minimum: 1, maximum: daysMax })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		days: Type.Array(Type.Object({ day: Day, cells: Cells }), { description: 'Counted days, the oldest first' }),
	}),
	personal: 'none',
	run: async ({ db, caller, now }, { areaId, until, days = 14 }) => {
		const { path } = required(await findArea(db, areaId));
		const last = readDay(until, now);
		const first = shiftDay(last, 1 - days);
		const counted = await db.rows(selectCountedDays(first, last));
		if (seesSmall(caller.actor, path)) {
			const found = new Map((await db.rows(selectTrend(path, first, last))).map((row) => [row.day, toCells(row)]));
			return { days: counted.map(({ day }) => ({ day, cells: found.get(day) ?? noCells })) };
		}
		const { smallest } = await db.one(selectSetting(now));
		const shown = counted.map(async ({ day }) => ({ day, cells: await readShown(db, { path, day, smallest }) }));
		return { days: await Promise.all(shown) };
	},
});
