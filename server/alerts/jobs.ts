import type { Job } from '#platform/jobs';
import { advance } from './advance.ts';
import { selectMoving } from './queries.ts';

const movingMax = 1_000;

export const jobs: readonly Job[] = [
	{
		name: 'alerts.advance',
		run: (platform, _now, payload) => advance(platform, (payload as { alertId: string }).alertId),
	},
	{
		// Begins what has come to its time, and takes up what a killed worker left.
		name: 'alerts.advance-all',
		cron: '* * * * *',
		run: async (platform) => {
			for (const { alert_id } of await platform.db.rows(selectMoving(movingMax))) await advance(platform, alert_id);
		},
	},
];
