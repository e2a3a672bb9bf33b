import type { Module } from '#platform/module';
import { countCaseLooks } from './count-case-looks.ts';
import { jobs, prepareDays } from './jobs.ts';
import { listCaseLooks } from './list-case-looks.ts';
import { listEntries } from './list-entries.ts';
import { listMyLooks } from './list-my-looks.ts';

export { countCaseLooks, listCaseLooks, listEntries, listMyLooks };

export const audit: Module = {
	name: 'audit',
	operations: [listMyLooks, listEntries, listCaseLooks, countCaseLooks],
	jobs,
	prepare: ({ db, clock }) => prepareDays(db, clock.now()),
};
