import Type from 'typebox';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { anyone } from '#platform/who';
import { PublicNotice, shownDays, toPublic } from './notice.ts';
import { selectPublished } from './queries.ts';

const dayLong = 86_400_000;

export const listPublished = operation({
	name: 'venues.list-published',
	summary: {
		vi: 'Thông báo công khai: những ai đã ở các địa điểm này trong khoảng thời gian, mới nhất trước',
		en: 'Public notices: whoever was at these places between these times, the newest first',
	},
	who: anyone,
	input: Type.Object(
		{ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), cursor: PageCursor },
		{ additionalProperties: false },
	),
	output: Type.Object({ notices: Type.Array(PublicNotice), nextCursor: Type.Optional(Type.String()) }),
	personal: 'none',
	run: async ({ db, now }, { limit = 50, cursor }) => {
		const since = new Date(now.getTime() - shownDays * dayLong);
		const rows = await db.rows(selectPublished({ since, before: readPageCursor(cursor), limit }));
		const last = rows.at(-1);
		return {
			notices: await toPublic(db, rows),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.published_at!, last.notice_id) } : {}),
		};
	},
});
