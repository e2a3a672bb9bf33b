import Type from 'typebox';
import { getAreas } from '#areas';
import { maskedNames, officer, officerRanges } from '#identity';
import { Kind } from '#isolation';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { renewDue } from './keep-due.ts';
import { selectReady, selectWaiting } from './queries.ts';

const Words = Type.Object({ vi: Type.String(), en: Type.String() });
const areaIdOf = (path: string): number => Number(path.split('.').at(-1));

const DueOrder = Type.Object({
	orderId: Id,
	person: Id,
	maskedName: Type.String(),
	areaName: Words,
	kind: Kind,
	fromOn: Type.String({ format: 'date' }),
	untilOn: Type.String({ format: 'date' }),
	missing: Type.Array(Type.Union([Type.Literal('tests'), Type.Literal('positive'), Type.Literal('symptoms')])),
});

export const listDue = operation({
	name: 'endings.list-due',
	summary: {
		vi: 'Những người đến hạn kết thúc cách ly trong địa bàn: đủ điều kiện, hoặc còn thiếu gì',
		en: 'Who is due to end isolation within reach: ready, or what is still missing',
	},
	who: officer,
	input: Type.Object(
		{
			state: Type.Union([Type.Literal('ready'), Type.Literal('waiting')]),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: Type.Optional(
				Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d/\\d{1,19}$', description: 'From `nextCursor`' }),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		orders: Type.Array(DueOrder),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => 'Kết thúc cách ly · Ending isolation',
	run: async ({ db, caller, now, platform: { keys }, about }, { state, limit = 50, cursor }) => {
		const ranges = officerRanges(caller.actor);
		const page = { ranges, after: readCursor(cursor), limit };
		const rows = await db.rows(state === 'ready' ? selectReady(page) : selectWaiting(page));
		about(...rows.map((row) => row.person_id));
		// What a laboratory told a minute ago counts: whoever changed since is on the other list the next time.
		const renewed = await renewDue(
			db,
			rows.map((row) => row.order_id),
			now,
		);
		const [names, areas] = await Promise.all([
			maskedNames(
				{ db, keys },
				rows.map((row) => row.person_id),
			),
			getAreas(db, [...new Set(rows.map((row) => areaIdOf(row.area_path)))]),
		]);
		const byOrder = new Map(renewed.map((one) => [one.order.order_id, one]));
		const last = rows.at(-1);
		return {
			orders: rows.flatMap(({ order_id, person_id, area_path }) => {
				const found = byOrder.get(order_id);
				if (!found || found.missing.includes('days')) return [];
				const { order, missing } = found;
				return [
					{
						...{ orderId: order_id, person: person_id, maskedName: names.get(person_id) ?? '***' },
						areaName: areas.get(areaIdOf(area_path))?.fullName ?? { vi: '', en: '' },
						...{ kind: order.kind as 'home', fromOn: order.from_on, untilOn: order.until_on },
						missing: missing as ('tests' | 'positive' | 'symptoms')[],
					},
				];
			}),
			...(last && rows.length === limit ? { nextCursor: `${last.until_on}/${last.order_id}` } : {}),
		};
	},
});

function readCursor(cursor: string | undefined) {
	const [untilOn = '2000-01-01', order = '0'] = cursor?.split('/') ?? [];
	if (Number.isNaN(Date.parse(untilOn)) || BigInt(order) > 9_223_372_036_854_775_807n)
		throw new Problem('invalid-input', { field: 'cursor' });
	return { untilOn, order };
}
