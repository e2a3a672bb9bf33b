import type { Module } from '#platform/module';
import { countUnread } from './count-unread.ts';
import { getSettings } from './get-settings.ts';
import { jobs } from './jobs.ts';
import { listMine } from './list-mine.ts';
import { listPauses } from './list-pauses.ts';
import { markRead } from './mark-read.ts';
import { insertSetting } from './queries-settings.ts';
import { receiveReply } from './receive-reply.ts';
import { resumeSending } from './resume-sending.ts';
import { setSettings } from './set-settings.ts';

export { type Fill, fillWith } from './fills.ts';
export type { Channel, Kind, NewMessage, State } from './message.ts';
export { checkLength, queueMessages, toSmsText } from './queue.ts';
export { countMessages, listReached, recallMessages } from './recall.ts';
export { type Reply, takeReplies } from './replies.ts';
export { sendDue } from './send-due.ts';
export { readSettings } from './settings.ts';

export { countUnread, getSettings, listMine, listPauses, markRead, receiveReply, resumeSending, setSettings };

export const messages: Module = {
	name: 'messages',
	operations: [
		...[listMine, countUnread, markRead, receiveReply],
		...[listPauses, resumeSending, getSettings, setSettings],
	],
	jobs,
	prepare: async ({ db, clock }) =>
		void (await db.run(
			insertSetting({
				...{ version: 1, quiet_from: 21 * 60, quiet_until: 7 * 60, unaccents: true, stop_ends: ['reminder'] },
				...{ push_first: ['reminder'] },
				...{ attempts_max: 8, breaker_percent: 30, breaker_least: 50, breaker_minutes: 10 },
				...{ valid_from: clock.now(), decision: 'Initial setting' },
			}),
		)),
};
