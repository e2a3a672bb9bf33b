import { endDuties } from '#monitoring';
import type { Job } from '#platform/jobs';
import { markDutiesEnded, selectWithDuties } from './queries.ts';

export const jobs: readonly Job[] = [
	{
		// A cordon that ends by its own date ends nobody's duty by itself.
		name: 'zones.end-duties',
		cron: '* * * * *',
		run: async ({ db }, now) => {
			for (const { cordon_id } of await db.rows(selectWithDuties(now)))
				await db.transaction(async (transaction) => {
					const source = { kind: 'cordon' as const, sourceId: cordon_id };
					await endDuties(transaction, source, { reason: 'hết thời hạn khoanh vùng', now });
					await transaction.run(markDutiesEnded(cordon_id, now));
				});
		},
	},
];
