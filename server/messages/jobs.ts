import type { Job } from '#platform/jobs';
import { deleteMessages, deleteReplies } from './queries-replies.ts';
import { deleteOldTally } from './queries-settings.ts';
import { callWorkers } from './queue.ts';
import { sendDue, settleAbandoned } from './send-due.ts';

/** After so long a worker lets other jobs have its place in the queue. */
const shiftMilliseconds = 20_000;
const keptMilliseconds = 90 * 86_400_000;
const tallyKeptMilliseconds = 2 * 86_400_000;

export const jobs: readonly Job[] = [
	{
		name: 'messages.send-due',
		cron: '* * * * *',
		run: async (platform) => {
			const begun = platform.clock.now().getTime();
			const isOver = () => platform.clock.now().getTime() - begun > shiftMilliseconds;
			await sendDue(platform, isOver);
			if (isOver()) await callWorkers(platform.db, 1);
		},
	},
	{
		name: 'messages.settle-abandoned',
		cron: '* * * * *',
		run: async (platform) => {
			while (await settleAbandoned(platform));
		},
	},
	{
		name: 'messages.delete-old',
		cron: '35 18 * * *',
		run: async ({ db }, now) => {
			const before = new Date(now.getTime() - keptMilliseconds);
			await db.run(deleteReplies(before));
			while (await db.run(deleteMessages(before, 10_000)));
		},
	},
	{
		name: 'messages.delete-tally',
		cron: '17 * * * *',
		run: async ({ db }, now) => void (await db.run(deleteOldTally(new Date(now.getTime() - tallyKeptMilliseconds)))),
	},
];
