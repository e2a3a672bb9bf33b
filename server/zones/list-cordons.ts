import Type from 'typebox';
import { officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { Cordon, toCordons } from './cordon.ts';
import { selectCordons } from './queries.ts';
import { decider, deciders } from './reach.ts';

export const listCordons = operation({
	name: 'zones.list-cordons',
	summary: {
		vi: 'Các quyết định khoanh vùng trong địa bàn phụ trách, mới nhất trước',
		en: 'The cordons within reach, the newest first',
	},
	who: decider,
	input: Type.Object(
		{
			state: Type.Optional(Type.Union([Type.Literal('in-force'), Type.Literal('over'), Type.Literal('all')])),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: PageCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ cordons: Type.Array(Cordon), nextCursor: Type.Optional(Type.String()) }),
	personal: 'none',
	run: async ({ db, caller, now }, { state = 'in-force', limit = 50, cursor }) => {
		const rows = await db.rows(
			selectCordons({
				ranges: officerRanges(caller.actor, deciders),
				isOver: state === 'all' ? null : state === 'over',
				now,
				before: readPageCursor(cursor),
				limit,
			}),
		);
		const last = rows.at(-1);
		return {
			cordons: await toCordons(db, rows, now),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.declared_at, last.cordon_id) } : {}),
		};
	},
});
