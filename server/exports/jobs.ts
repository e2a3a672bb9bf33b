import type { Job } from '#platform/jobs';
import { deleteParts, endExport, endUndecided, selectOver, selectRule, selectStalled } from './queries.ts';
import { stalledAfterMilliseconds, writeExport } from './write-export.ts';

export const jobs: readonly Job[] = [
	{
		name: 'exports.write-export',
		run: (platform, _now, payload) => writeExport(platform, (payload as { exportId: string }).exportId),
	},
	{
		// The queue gives a killed worker's job to another only after hours.
		name: 'exports.resume-exports',
		cron: '* * * * *',
		run: async (platform, now) => {
			const stalledBefore = new Date(now.getTime() - stalledAfterMilliseconds);
			for (const { export_id } of await platform.db.rows(selectStalled(stalledBefore)))
				await writeExport(platform, export_id);
		},
	},
	{
		name: 'exports.delete-files',
		cron: '9 * * * *',
		run: async ({ db }, now) => {
			const { approve_hours } = await db.one(selectRule(now));
			await db.run(endUndecided(new Date(now.getTime() - approve_hours * 3_600_000), now));
			for (const { export_id } of await db.rows(selectOver(now))) {
				await db.run(deleteParts(export_id));
				await db.run(endExport(export_id, now));
			}
		},
	},
];
