import Type from 'typebox';
import { maskedNames, officer, officerRanges } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { Reason } from './call.ts';
import { Outcome } from './note-call.ts';
import { selectCalls } from './queries.ts';

export const listCalls = operation({
	name: 'calls.list-calls',
	summary: {
		vi: 'Những người cần gọi trong địa bàn phụ trách, vì tin nhắn không tới được; tên được che',
		en: 'Whom to call within reach, because no message reaches them; with masked names',
	},
	who: officer,
	input: Type.Object(
		{
			state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('noted')])),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: PageCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		calls: Type.Array(
			Type.Object({
				callId: Id,
				person: Id,
				maskedName: Type.String({ description: 'Nguyễn Văn *** (0901 234 ***)' }),
				reason: Reason,
				text: Type.Object({ vi: Type.String(), en: Type.String() }),
				openedAt: Type.String({ format: 'date-time' }),
				outcome: Type.Optional(Outcome),
				note: Type.Optional(Type.String()),
				notedAt: Type.Optional(Type.String({ format: 'date-time' })),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: () => 'Gọi điện cho người chưa nhận được tin nhắn · Calling people no message reached',
	run: async ({ db, caller, platform: { keys }, about }, { state = 'open', limit = 50, cursor }) => {
		const ranges = officerRanges(caller.actor);
		const rows = await db.rows(
			selectCalls({ ranges, isOpen: state === 'open', before: readPageCursor(cursor), limit }),
		);
		const persons = [...new Set(rows.map((row) => row.person_id))];
		about(...persons);
		const names = await maskedNames({ db, keys }, persons);
		const last = rows.at(-1);
		return {
			calls: rows.map((row) => ({
				callId: row.call_id,
				person: row.person_id,
				maskedName: names.get(row.person_id) ?? '***',
				reason: row.reason as Reason,
				text: { vi: row.vi, en: row.en },
				openedAt: row.opened_at.toISOString(),
				...(row.outcome ? { outcome: row.outcome as 'told' } : {}),
				...(row.note ? { note: row.note } : {}),
				...(row.noted_at ? { notedAt: row.noted_at.toISOString() } : {}),
			})),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.opened_at, last.call_id) } : {}),
		};
	},
});
