import type { Module } from '#platform/module';
import { check } from './check.ts';
import { exportFaultyRows } from './export-faulty-rows.ts';
import { get } from './get.ts';
import { jobs } from './jobs.ts';
import { list } from './list.ts';
import { listFaults } from './list-faults.ts';
import { makeTemplate } from './make-template.ts';
import { start } from './start.ts';

export { fileBytesMax } from './check.ts';
export { check, exportFaultyRows, get, list, listFaults, makeTemplate, start };

export const rosters: Module = {
	name: 'rosters',
	operations: [check, start, get, list, listFaults, exportFaultyRows, makeTemplate],
	jobs,
};
