import { systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import type { Job } from '#platform/jobs';
import type { Platform } from '#platform/platform';
import { addBlock } from './add-block.ts';
import { keptMilliseconds } from './import.ts';
import { forgetRows, selectStalled, selectToForget } from './queries.ts';
import { deleteBlocks, deleteFaults } from './queries-rows.ts';

/** A run that has not moved for so long was killed. */
const stalledAfterMilliseconds = 60_000;

/** Killed at any moment and run again, it adds everything once. */
async function addRows(platform: Platform, importId: string): Promise<void> {
	const caller = systemCaller('imports.add-rows');
	for (let isLeft = true; isLeft; ) isLeft = (await call(platform, addBlock, caller, { importId })).isLeft;
}

export const jobs: readonly Job[] = [
	{
		name: 'imports.add-rows',
		run: (platform, _now, payload) => addRows(platform, (payload as { importId: string }).importId),
	},
	{
		// The queue gives a killed worker's job to another only after hours.
		name: 'imports.resume',
		cron: '* * * * *',
		run: async (platform, now) => {
			const movedBefore = new Date(now.getTime() - stalledAfterMilliseconds);
			for (const { import_id } of await platform.db.rows(selectStalled(movedBefore)))
				await addRows(platform, import_id);
		},
	},
	{
		name: 'imports.forget-rows',
		cron: '41 * * * *',
		run: async ({ db, keys }, now) => {
			for (const { import_id } of await db.rows(selectToForget(new Date(now.getTime() - keptMilliseconds)))) {
				await db.run(deleteBlocks(import_id));
				await db.run(deleteFaults(import_id));
				await db.run(forgetRows(import_id, keys.encrypt('[]'), now));
			}
		},
	},
];
