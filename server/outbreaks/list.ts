import Type from 'typebox';
import { DiseaseName } from '#diseases';
import { officer, officerRanges } from '#identity';
import { rolesOf } from '#platform/actor';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { Outbreak, toOutbreaks } from './outbreak.ts';
import { selectPage } from './queries.ts';

export const list = operation({
	name: 'outbreaks.list',
	summary: {
		vi: 'Các ổ dịch trong địa bàn phụ trách và của các cấp trên nó, mới nhất trước',
		en: 'The outbreaks within reach and of the areas above, the newest first',
	},
	who: officer,
	input: Type.Object(
		{
			state: Type.Optional(Type.Union([Type.Literal('going-on'), Type.Literal('over'), Type.Literal('all')])),
			disease: Type.Optional(DiseaseName),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: PageCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ outbreaks: Type.Array(Outbreak), nextCursor: Type.Optional(Type.String()) }),
	personal: 'none',
	run: async ({ db, caller }, { state = 'going-on', disease, limit = 50, cursor }) => {
		const rows = await db.rows(
			selectPage({
				ranges: officerRanges(caller.actor),
				above: rolesOf(caller.actor).flatMap(({ area }) => above(area ?? '')),
				disease: disease ?? null,
				isOver: state === 'all' ? null : state === 'over',
				before: readPageCursor(cursor),
				limit,
			}),
		);
		const last = rows.at(-1);
		return {
			outbreaks: await toOutbreaks(db, rows),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.declared_at, last.outbreak_id) } : {}),
		};
	},
});

/** `1.24.337` → `1`, `1.24`. */
function above(path: string): string[] {
	const parts = path.split('.');
	return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('.'));
}
