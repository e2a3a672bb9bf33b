import type { Job } from '#platform/jobs';
import { deleteNoted } from './queries.ts';

const keptMilliseconds = 90 * 86_400_000;

export const jobs: readonly Job[] = [
	{
		name: 'calls.delete-noted',
		cron: '25 18 * * *',
		run: async ({ db }, now) => void (await db.run(deleteNoted(new Date(now.getTime() - keptMilliseconds)))),
	},
];
