import type { Module } from '#platform/module';
import { jobs } from './jobs.ts';
import { insertSetting } from './queries-settings.ts';

export { type Fill, fillWith } from './fills.ts';
export type { Channel, Kind, NewMessage, State } from './message.ts';
export { checkLength, queueMessages, toSmsText } from './queue.ts';
export { countMessages, listReached, recallMessages } from './recall.ts';
export { sendDue } from './send-due.ts';
export { readSettings } from './settings.ts';

export const messages: Module = {
	name: 'messages',
	operations: [],
	jobs,
	prepare: async ({ db, clock }) =>
		void (await db.run(
			insertSetting({
				...{ version: 1, quiet_from: 21 * 60, quiet_until: 7 * 60, unaccents: true, stop_ends: ['reminder'] },
				...{ attempts_max: 8, breaker_percent: 30, breaker_least: 50, breaker_minutes: 10 },
				...{ valid_from: clock.now(), decision: 'Initial setting' },
			}),
		)),
};
