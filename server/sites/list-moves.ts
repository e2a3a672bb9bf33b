import Type from 'typebox';
import { maskedNames } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { Moment } from './fields.ts';
import { selectMoves } from './queries-stays.ts';
import { officerOfSite } from './reach.ts';
import { bedName } from './take-bed.ts';

export const listMoves = operation({
	name: 'sites.list-moves',
	summary: {
		vi: 'Ai đã nằm giường nào của một cơ sở, từ lúc nào đến lúc nào, mới nhất trước, tên được che',
		en: 'Who lay in which bed of a site, from when until when, the newest first, with masked names',
	},
	who: officerOfSite,
	input: Type.Object(
		{ siteId: Id, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), cursor: PageCursor },
		{ additionalProperties: false },
	),
	output: Type.Object({
		moves: Type.Array(
			Type.Object({
				orderId: Id,
				maskedName: Type.String(),
				bed: Type.String({ description: 'A · tầng 3 · phòng 302 · giường 1' }),
				begunAt: Moment,
				leftAt: Type.Optional(Moment),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => 'Theo dõi người cách ly · Following up people in isolation',
	run: async ({ db, platform: { keys }, about }, { siteId, limit = 50, cursor }) => {
		const rows = await db.rows(selectMoves(siteId, readPageCursor(cursor), limit));
		const persons = [...new Set(rows.map((row) => row.person_id))];
		about(...persons);
		const names = await maskedNames({ db, keys }, persons);
		const last = rows.at(-1);
		return {
			moves: rows.map((row) => ({
				...{ orderId: row.order_id, maskedName: names.get(row.person_id) ?? '***', bed: bedName(row) },
				begunAt: row.begun_at.toISOString(),
				...(row.left_at ? { leftAt: row.left_at.toISOString() } : {}),
			})),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.begun_at, last.stay_id) } : {}),
		};
	},
});
