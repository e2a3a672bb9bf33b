import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { account } from '#platform/who';
import { textInApp } from './fills.ts';
import { Kind } from './message.ts';
import { selectOwn } from './queries.ts';

const Moment = Type.String({ format: 'date-time' });

export const listMine = operation({
	name: 'messages.list-mine',
	summary: {
		vi: 'Tin nhắn gửi cho mình và những người mình khai hộ, mới nhất trước',
		en: 'What oneself and those one declares for were told, the newest first',
	},
	who: account,
	input: Type.Object(
		{ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), cursor: PageCursor },
		{ additionalProperties: false },
	),
	output: Type.Object({
		messages: Type.Array(
			Type.Object({
				messageId: Id,
				person: Id,
				kind: Kind,
				text: Type.Object({ vi: Type.String(), en: Type.String() }),
				at: Moment,
				readAt: Type.Optional(Moment),
				isRecalled: Type.Boolean({ description: 'Whoever sent it took it back' }),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	run: async ({ db, caller: { actor }, about }, { limit = 50, cursor }) => {
		const own = await readOwnPeople(db, actor);
		about(...new Set(own.values()));
		const rows = await db.rows(selectOwn([...own.keys()], readPageCursor(cursor), limit));
		const last = rows.at(-1);
		return {
			messages: rows.map((row) => ({
				messageId: row.message_id,
				person: own.get(row.person_id)!,
				kind: row.kind as Kind,
				text: textInApp(row),
				at: row.settled_at.toISOString(),
				...(row.read_at ? { readAt: row.read_at.toISOString() } : {}),
				isRecalled: row.is_recalled,
			})),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.settled_at, last.message_id) } : {}),
		};
	},
});
