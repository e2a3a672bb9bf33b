import type { Module } from '#platform/module';
import { exportLog } from './export-log.ts';
import { listInside } from './list-inside.ts';
import { listLog } from './list-log.ts';
import { listNotLeft } from './list-not-left.ts';
import { listPassengers } from './list-passengers.ts';
import { listToday } from './list-today.ts';
import { planExport } from './plan-export.ts';
import { searchLog } from './search-log.ts';

export { exportLog, listInside, listLog, listNotLeft, listPassengers, listToday, planExport, searchLog };

export const logbook: Module = {
	name: 'logbook',
	operations: [listToday, listInside, listNotLeft, listLog, searchLog, listPassengers, planExport, exportLog],
};
