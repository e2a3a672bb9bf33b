import type { Module } from '#platform/module';
import { checkIn } from './check-in.ts';
import { checkInByPhone } from './check-in-by-phone.ts';
import { checkOut } from './check-out.ts';
import { closeNotLeft } from './close-not-left.ts';
import { prepareDays } from './days.ts';
import { exportLog } from './export-log.ts';
import { jobs } from './jobs.ts';
import { listInside } from './list-inside.ts';
import { listLog } from './list-log.ts';
import { listMine } from './list-mine.ts';
import { listNotLeft } from './list-not-left.ts';
import { listPassengers } from './list-passengers.ts';
import { listToday } from './list-today.ts';
import { planExport } from './plan-export.ts';
import { recordBatch } from './record-batch.ts';
import { ensureRule } from './rule.ts';
import { searchLog } from './search-log.ts';

export { ensureVisitDays, shiftDay } from './days.ts';
export { leftKnownCodes } from './decide.ts';
export { countInside } from './headcount.ts';
export { type ImportedVisit, importVisits } from './import.ts';
export { type Judged, judgeAtDoor } from './judge-visitor.ts';
export { rewriteDay } from './queries-rewrite.ts';
export { type Recorded, recordEvents } from './record-events.ts';
export { placeInTime } from './to-events.ts';
export {
	checkIn,
	checkInByPhone,
	checkOut,
	closeNotLeft,
	exportLog,
	listInside,
	listLog,
	listMine,
	listNotLeft,
	listPassengers,
	listToday,
	planExport,
	recordBatch,
	searchLog,
};

export const visits: Module = {
	name: 'visits',
	operations: [
		...[checkIn, checkOut, recordBatch, checkInByPhone, listToday, listInside, listMine],
		...[listLog, searchLog, listNotLeft, closeNotLeft, listPassengers, planExport, exportLog],
	],
	jobs,
	prepare: async ({ db, clock }) => {
		await ensureRule(db, clock.now());
		await prepareDays(db, clock.now());
	},
};
