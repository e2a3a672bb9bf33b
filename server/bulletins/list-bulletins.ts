import Type from 'typebox';
import { findArea } from '#areas';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { selectBulletins } from './queries.ts';
import { officerOfArea } from './reach.ts';

const Day = Type.String({ format: 'date' });

export const listBulletins = operation({
	name: 'bulletins.list-bulletins',
	summary: {
		vi: 'Các báo cáo ngày của một địa bàn, mới nhất trước',
		en: 'The bulletins of an area, the newest first',
	},
	who: officerOfArea,
	input: Type.Object(
		{
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
			before: Type.Optional({ ...Day, description: 'Only of earlier days: the last day of the page before' }),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		bulletins: Type.Array(
			Type.Object({
				day: Day,
				writtenAt: Type.String({ format: 'date-time' }),
				due: Type.Integer(),
				reported: Type.Integer(),
				shortUnits: Type.Integer(),
			}),
		),
		hasMore: Type.Boolean(),
	}),
	personal: 'none',
	run: async ({ db }, { areaId, before = '9999-12-31', limit = 31 }) => {
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('not-found', { field: 'areaId' });
		const rows = await db.rows(selectBulletins(area.path, before, limit + 1));
		const bulletins = rows.slice(0, limit).map(({ day, written_at, content }) => ({
			...{ day, writtenAt: written_at.toISOString(), shortUnits: content.shortUnits },
			...{ due: content.numbers.due, reported: content.numbers.reported },
		}));
		return { bulletins, hasMore: rows.length > limit };
	},
});
