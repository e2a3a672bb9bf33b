import type { Job } from '#platform/jobs';
import { endBatch } from './end-batch.ts';
import { proposeDue } from './keep-due.ts';

export const jobs: readonly Job[] = [
	// The first of the day is at 00:05 in Viet Nam: five minutes after a last day has come.
	{ name: 'endings.propose-due', cron: '5 * * * *', run: ({ db }, now) => proposeDue(db, now) },
	{
		name: 'endings.end-batch',
		run: (platform, _now, payload) => endBatch(platform, (payload as { batchId: string }).batchId),
	},
];
