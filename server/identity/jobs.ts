import type { Job } from '#platform/jobs';
import { deletePastCounts } from '#platform/limit';
import { deleteOldCodes } from './queries-codes.ts';
import { deleteOldSessions } from './queries-sessions.ts';

const dayLong = 86_400_000;

export const jobs: readonly Job[] = [
	{
		name: 'identity.delete-what-is-over',
		cron: '17 * * * *',
		run: async ({ db }, now) => {
			const yesterday = new Date(now.getTime() - dayLong);
			await db.run(deleteOldCodes(yesterday));
			await db.run(deleteOldSessions(yesterday));
			await db.run(deletePastCounts(now));
		},
	},
];
