import type { Job } from '#platform/jobs';
import { drawPrint, stalledAfterMilliseconds } from './draw-print.ts';
import { deleteParts, deletePrint, selectOldPrints, selectStalledPrints } from './queries.ts';

export const keptMilliseconds = 86_400_000;

export const jobs: readonly Job[] = [
	{
		name: 'posters.draw-print',
		run: (platform, _now, payload) => drawPrint(platform, (payload as { print: string }).print),
	},
	{
		// The queue gives a killed worker's job to another only after hours.
		name: 'posters.resume-prints',
		cron: '* * * * *',
		run: async (platform, now) => {
			const stalledBefore = new Date(now.getTime() - stalledAfterMilliseconds);
			for (const { print_id } of await platform.db.rows(selectStalledPrints(stalledBefore)))
				await drawPrint(platform, print_id);
		},
	},
	{
		name: 'posters.drop-old-prints',
		cron: '27 * * * *',
		run: async ({ db }, now) => {
			for (const { print_id } of await db.rows(selectOldPrints(new Date(now.getTime() - keptMilliseconds)))) {
				await db.run(deleteParts(print_id));
				await db.run(deletePrint(print_id));
			}
		},
	},
];
