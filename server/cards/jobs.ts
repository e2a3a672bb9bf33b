import type { Job } from '#platform/jobs';
import { deleteOldCards, deleteOldRevocations } from './queries.ts';
import { deleteEndedNumbers } from './queries-numbers.ts';

const dayLong = 86_400_000;
/** A card lasts a year, and gates may differ by a little. */
const revocationDays = 400;
/** Logs on paper are kept as long as visits. */
const endedNumberDays = 60;

export const jobs: readonly Job[] = [
	{
		name: 'cards.delete-what-is-over',
		cron: '41 2 * * *',
		run: async ({ db }, now) => {
			const ago = (days: number) => new Date(now.getTime() - days * dayLong);
			await db.run(deleteOldRevocations(ago(revocationDays)));
			await db.run(deleteOldCards(ago(revocationDays)));
			await db.run(deleteEndedNumbers(ago(endedNumberDays)));
		},
	},
];
