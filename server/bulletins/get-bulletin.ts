import Type from 'typebox';
import { findArea, getAreas } from '#areas';
import type { Db } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Numbers } from './bulletin.ts';
import { selectBulletin } from './queries.ts';
import { officerOfArea } from './reach.ts';

export const Asked = Type.Object(
	{
		areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
		day: Type.String({ format: 'date', description: 'The day it tells of' }),
	},
	{ additionalProperties: false },
);
const Words = Type.Object({ vi: Type.String(), en: Type.String() });
const People = Type.Integer();

export const getBulletin = operation({
	name: 'bulletins.get-bulletin',
	summary: {
		vi: 'Báo cáo ngày của một địa bàn: số liệu hôm qua, thay đổi so với hôm trước, đơn vị chưa báo đủ',
		en: 'The bulletin of an area: the numbers of a day, how they changed, and which units have not reported in full',
	},
	who: officerOfArea,
	input: Asked,
	output: Type.Object({
		areaId: Type.Integer(),
		areaName: Words,
		day: Type.String({ format: 'date' }),
		writtenAt: Type.String({ format: 'date-time' }),
		numbers: Numbers,
		before: Type.Optional(Numbers),
		units: People,
		silentUnits: Type.Integer({ description: 'Units of which nobody reported' }),
		shortUnits: Type.Integer({ description: 'Units of which not everybody reported' }),
		short: Type.Array(Type.Object({ areaId: Type.Integer(), name: Words, due: People, reported: People })),
	}),
	personal: 'none',
	run: ({ db }, asked) => readBulletin(db, asked),
});

/** Throws `not-found` where none was written. */
export async function readBulletin(db: Db, { areaId, day }: { areaId: number; day: string }) {
	const area = await findArea(db, areaId);
	const row = area && (await db.find(selectBulletin(area.path, day)));
	if (!row) throw new Problem('not-found', { field: 'day' });
	const { short, ...content } = row.content;
	const names = await getAreas(
		db,
		short.map((one) => one.areaId),
	);
	return {
		...{ areaId, areaName: area.fullName, day: row.day, writtenAt: row.written_at.toISOString() },
		...content,
		short: short.map((one) => ({ ...one, name: names.get(one.areaId)?.fullName ?? { vi: '', en: '' } })),
	};
}
