import type { Job } from '#platform/jobs';
import { deleteOldTally } from './queries-settings.ts';
import { callWorkers } from './queue.ts';
import { sendDue, settleAbandoned } from './send-due.ts';

/** After so long a worker lets other jobs have its place in the queue. */
const shiftMilliseconds = 20_000;
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
		name: 'messages.delete-tally',
		cron: '17 * * * *',
		run: async ({ db }, now) => void (await db.run(deleteOldTally(new Date(now.getTime() - tallyKeptMilliseconds)))),
	},
];
