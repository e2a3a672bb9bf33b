import type { Module } from '#platform/module';
import { addBlock } from './add-block.ts';
import { exportFaultyRows } from './export-faulty-rows.ts';
import { get } from './get.ts';
import { getColumns } from './get-columns.ts';
import { jobs } from './jobs.ts';
import { list } from './list.ts';
import { listFaults } from './list-faults.ts';
import { mapColumns } from './map-columns.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';
import { upload } from './upload.ts';

export { fileBytesMax } from './upload.ts';
export { exportFaultyRows, get, getColumns, list, listFaults, mapColumns, start, stop, upload };

export const imports: Module = {
	name: 'imports',
	operations: [upload, getColumns, mapColumns, start, stop, get, list, listFaults, exportFaultyRows, addBlock],
	jobs,
};
