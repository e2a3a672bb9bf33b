import type { Job } from '#platform/jobs';
import { compareNext } from './find-candidates.ts';

/** Ten thousand people a run: the rest comes with the next. */
const roundsMax = 20;

export const jobs: readonly Job[] = [
	{
		name: 'duplicates.find-candidates',
		cron: '*/10 * * * *',
		run: async ({ db, keys }, now) => {
			for (let round = 0; round < roundsMax; round++)
				if (!(await db.transaction((within) => compareNext({ db: within, keys, now })))) return;
		},
	},
];
