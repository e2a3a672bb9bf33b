import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { markRead as markReadRows } from './queries.ts';

export const markRead = operation({
	name: 'messages.mark-read',
	summary: {
		vi: 'Đánh dấu đã đọc các tin nhắn đến một thời điểm',
		en: 'Marks one’s messages up to a moment as read',
	},
	who: account,
	input: Type.Object({ until: Type.String({ format: 'date-time' }) }, { additionalProperties: false }),
	output: Type.Object({ read: Type.Integer() }),
	personal: 'records',
	run: async ({ db, now, caller: { actor }, about }, { until }) => {
		const own = await readOwnPeople(db, actor);
		about(...new Set(own.values()));
		return { read: await db.run(markReadRows([...own.keys()], new Date(until), now)) };
	},
});
