import Type from 'typebox';
import { getAreas } from '#areas';
import { maskedNames, officer, officerRanges } from '#identity';
import { Kind } from '#isolation';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { selectGroundless } from './queries-groundless.ts';

const Words = Type.Object({ vi: Type.String(), en: Type.String() });
const Day = Type.String({ format: 'date' });
const areaIdOf = (path: string): number => Number(path.split('.').at(-1));

export const listGroundless = operation({
	name: 'endings.list-groundless',
	summary: {
		vi: 'Những người đang cách ly vì một ca đã được loại trừ hoặc mở nhầm, chờ người quyết định',
		en: 'Who is in isolation for a case that was discarded or opened by mistake, to be decided on',
	},
	who: officer,
	input: Type.Object(
		{
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: Type.Optional(Type.String({ pattern: '^\\d{1,16}/\\d{1,19}$', description: 'From `nextCursor`' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		orders: Type.Array(
			Type.Object({
				...{
					orderId: Id,
					person: Id,
					maskedName: Type.String(),
					areaName: Words,
					kind: Kind,
					fromOn: Day,
					untilOn: Day,
				},
				reason: Type.Union([Type.Literal('discarded'), Type.Literal('mistake')]),
				since: Type.String({ format: 'date-time', description: 'When the case was closed' }),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => 'Kết thúc cách ly · Ending isolation',
	run: async ({ db, caller, platform: { keys }, about }, { limit = 50, cursor = '0/0' }) => {
		const [at, id] = cursor.split('/') as [string, string];
		const after = { at: new Date(Math.min(Number(at), 8_640_000_000_000_000)), id };
		const rows = await db.rows(selectGroundless({ ranges: officerRanges(caller.actor), after, limit }));
		const persons = rows.map((row) => row.person_id);
		about(...persons);
		const [names, areas] = await Promise.all([
			maskedNames({ db, keys }, persons),
			getAreas(db, [...new Set(rows.map((row) => areaIdOf(row.area_path)))]),
		]);
		const last = rows.at(-1);
		return {
			orders: rows.map((row) => ({
				...{ orderId: row.order_id, person: row.person_id, maskedName: names.get(row.person_id) ?? '***' },
				areaName: areas.get(areaIdOf(row.area_path))?.fullName ?? { vi: '', en: '' },
				...{ kind: row.kind as 'home', fromOn: row.from_on, untilOn: row.until_on },
				...{ reason: row.reason as 'discarded', since: row.since.toISOString() },
			})),
			...(last && rows.length === limit ? { nextCursor: `${last.since.getTime()}/${last.order_id}` } : {}),
		};
	},
});
