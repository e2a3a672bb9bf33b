import type { Job } from '#platform/jobs';
import { deleteSilent } from './queries.ts';

const silentMilliseconds = 90 * 86_400_000;

export const jobs: readonly Job[] = [
	{
		name: 'push.forget-silent',
		cron: '50 18 * * *',
		run: async ({ db }, now) => void (await db.run(deleteSilent(new Date(now.getTime() - silentMilliseconds)))),
	},
];
