import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { countUnread as countUnreadRows } from './queries.ts';

const unreadMax = 99;

export const countUnread = operation({
	name: 'messages.count-unread',
	summary: { vi: 'Số tin nhắn chưa đọc, nhiều nhất 99', en: 'How many messages are unread, at most 99' },
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ unread: Type.Integer() }),
	personal: 'none',
	run: async ({ db, caller: { actor } }) =>
		db.one(countUnreadRows([...(await readOwnPeople(db, actor)).keys()], unreadMax)),
});
