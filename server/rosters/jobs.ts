import type { Job } from '#platform/jobs';
import { addRows } from './add-rows.ts';
import { deleteRows, forgetRows, selectStalled, selectToForget } from './queries.ts';
import { keptMilliseconds } from './roster.ts';

/** A run that has not moved for so long was killed. */
const stalledAfterMilliseconds = 60_000;

export const jobs: readonly Job[] = [
	{
		name: 'rosters.add-rows',
		run: (platform, _now, payload) => addRows(platform, (payload as { roster: string }).roster),
	},
	{
		// The queue gives a killed worker's job to another only after hours.
		name: 'rosters.resume',
		cron: '* * * * *',
		run: async (platform, now) => {
			const movedBefore = new Date(now.getTime() - stalledAfterMilliseconds);
			for (const { roster_id } of await platform.db.rows(selectStalled(movedBefore)))
				await addRows(platform, roster_id);
		},
	},
	{
		name: 'rosters.forget-rows',
		cron: '37 * * * *',
		run: async ({ db }, now) => {
			for (const { roster_id } of await db.rows(selectToForget(new Date(now.getTime() - keptMilliseconds)))) {
				await db.run(deleteRows(roster_id));
				await db.run(forgetRows(roster_id, now));
			}
		},
	},
];
