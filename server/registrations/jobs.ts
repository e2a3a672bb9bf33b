import type { Job } from '#platform/jobs';
import { keptMilliseconds } from './keep.ts';
import { deleteRows, forgetRows, selectStalled, selectToForget } from './queries.ts';
import { registerRows } from './register-rows.ts';

/** A run that has not moved for so long was killed. */
const stalledAfterMilliseconds = 60_000;

export const jobs: readonly Job[] = [
	{
		name: 'registrations.register-rows',
		run: (platform, _now, payload) => registerRows(platform, (payload as { registration: string }).registration),
	},
	{
		// The queue gives a killed worker's job to another only after hours.
		name: 'registrations.resume',
		cron: '* * * * *',
		run: async (platform, now) => {
			const movedBefore = new Date(now.getTime() - stalledAfterMilliseconds);
			for (const { registration_id } of await platform.db.rows(selectStalled(movedBefore)))
				await registerRows(platform, registration_id);
		},
	},
	{
		name: 'registrations.forget-rows',
		cron: '33 * * * *',
		run: async ({ db }, now) => {
			for (const { registration_id } of await db.rows(selectToForget(new Date(now.getTime() - keptMilliseconds)))) {
				await db.run(deleteRows(registration_id));
				await db.run(forgetRows(registration_id, now));
			}
		},
	},
];
