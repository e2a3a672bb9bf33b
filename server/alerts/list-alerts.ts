import Type from 'typebox';
import { officer, officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { AlertHead, toHead } from './alert.ts';
import { selectAlerts } from './queries.ts';

export const listAlerts = operation({
	name: 'alerts.list-alerts',
	summary: {
		vi: 'Các cảnh báo trong địa bàn phụ trách, mới nhất trước',
		en: 'The alerts within reach, the newest first',
	},
	who: officer,
	input: Type.Object(
		{ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), cursor: PageCursor },
		{ additionalProperties: false },
	),
	output: Type.Object({ alerts: Type.Array(AlertHead), nextCursor: Type.Optional(Type.String()) }),
	personal: 'none',
	run: async ({ db, caller }, { limit = 50, cursor }) => {
		const ranges = officerRanges(caller.actor);
		const rows = await db.rows(selectAlerts({ ranges, before: readPageCursor(cursor), limit }));
		const last = rows.at(-1);
		return {
			alerts: rows.map(toHead),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.drafted_at, last.alert_id) } : {}),
		};
	},
});
