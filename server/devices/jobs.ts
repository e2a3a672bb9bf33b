import type { Job } from '#platform/jobs';
import { deleteOldPairings } from './queries.ts';

const dayLong = 86_400_000;

export const jobs: readonly Job[] = [
	{
		name: 'devices.delete-old-pairings',
		cron: '23 * * * *',
		run: async ({ db }, now) => void (await db.run(deleteOldPairings(new Date(now.getTime() - dayLong)))),
	},
];
