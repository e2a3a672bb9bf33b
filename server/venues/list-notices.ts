import Type from 'typebox';
import { isSecondOfficer, officer, officerRanges } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { Moment, NoticeState, PublicNotice, toPublic } from './notice.ts';
import { selectNotices } from './queries.ts';

export const listNotices = operation({
	name: 'venues.list-notices',
	summary: {
		vi: 'Thông báo địa điểm trong địa bàn phụ trách, mới nhất trước',
		en: 'The notices of places within reach, the newest first',
	},
	who: officer,
	input: Type.Object(
		{ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), cursor: PageCursor },
		{ additionalProperties: false },
	),
	output: Type.Object({
		notices: Type.Array(
			Type.Object({
				...PublicNotice.properties,
				caseId: Id,
				state: NoticeState,
				visitors: Type.Integer(),
				despite: Type.Optional(Type.String()),
				proposedAt: Moment,
				mayPublish: Type.Boolean({ description: 'Waits for a second officer, and whoever asks is one' }),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'none',
	run: async ({ db, caller }, { limit = 50, cursor }) => {
		const ranges = officerRanges(caller.actor);
		const rows = await db.rows(selectNotices({ ranges, before: readPageCursor(cursor), limit }));
		const shown = await toPublic(db, rows);
		const last = rows.at(-1);
		return {
			notices: rows.map((row, index) => ({
				...shown[index]!,
				caseId: row.case_id,
				state: row.state as 'proposed',
				visitors: row.visitors,
				...(row.despite ? { despite: row.despite } : {}),
				proposedAt: row.proposed_at.toISOString(),
				mayPublish: row.state === 'proposed' && isSecondOfficer(caller.actor, [row.proposed_by]),
			})),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.proposed_at, last.notice_id) } : {}),
		};
	},
});
