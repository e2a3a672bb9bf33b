import type { Module } from '#platform/module';
import { jobs, prepareDays } from './jobs.ts';
import { listEntries } from './list-entries.ts';
import { listMyLooks } from './list-my-looks.ts';

export { listEntries, listMyLooks };

export const audit: Module = {
	name: 'audit',
	operations: [listMyLooks, listEntries],
	jobs,
	prepare: ({ db, clock }) => prepareDays(db, clock.now()),
};
