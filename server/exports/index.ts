import type { Module } from '#platform/module';
import { cancel } from './cancel.ts';
import { decide } from './decide.ts';
import { get } from './get.ts';
import { getPart } from './get-part.ts';
import { jobs } from './jobs.ts';
import { list } from './list.ts';
import { order } from './order.ts';
import { insertFirstRule } from './queries.ts';
import { readSheets } from './read-sheets.ts';

export type { Export } from './export.ts';
export { writeExport } from './write-export.ts';
export {
	cancel as cancelExport,
	decide as decideExport,
	get as getExport,
	getPart as getExportPart,
	list as listExports,
	order as orderExport,
	readSheets,
};

export const exports: Module = {
	name: 'exports',
	operations: [order, decide, list, get, cancel, getPart, readSheets],
	jobs,
	prepare: async ({ db, clock }) => void (await db.run(insertFirstRule(clock.now()))),
};
