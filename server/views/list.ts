import Type, { type Static } from 'typebox';
import { officer } from '#identity';
import { actorId, rolesOf } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { selectViews } from './queries.ts';
import { ViewFilter } from './save.ts';

export const list = operation({
	name: 'views.list',
	summary: {
		vi: 'Các bộ lọc đã lưu: của bạn, và được chia sẻ trong địa bàn của bạn hoặc từ cấp trên',
		en: 'Saved filters: your own, and those shared in your area or from above',
	},
	who: officer,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		views: Type.Array(
			Type.Object({
				viewId: Id,
				name: Type.String(),
				filter: ViewFilter,
				isOwn: Type.Boolean(),
				isShared: Type.Boolean(),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db, caller }) => {
		const owner = actorId(caller.actor)!;
		const areas = rolesOf(caller.actor).flatMap(({ area }) => withAbove(area ?? ''));
		const rows = await db.rows(selectViews(owner, ['', ...areas], 300));
		return {
			views: rows.map((row) => ({
				viewId: row.view_id,
				name: row.name,
				filter: row.filter as Static<typeof ViewFilter>,
				isOwn: row.owner_id === owner,
				isShared: row.area_path !== null,
			})),
		};
	},
});

/** `1.24.337` → `1`, `1.24`, `1.24.337`. */
const withAbove = (path: string): string[] =>
	path.split('.').map((_part, index, parts) => parts.slice(0, index + 1).join('.'));
