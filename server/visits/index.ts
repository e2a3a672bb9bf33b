import type { Module } from '#platform/module';
import { checkIn } from './check-in.ts';
import { checkInByPhone } from './check-in-by-phone.ts';
import { checkOut } from './check-out.ts';
import { prepareDays } from './days.ts';
import { jobs } from './jobs.ts';
import { listInside } from './list-inside.ts';
import { listMine } from './list-mine.ts';
import { listToday } from './list-today.ts';
import { recordBatch } from './record-batch.ts';
import { ensureRule } from './rule.ts';

export { type JudgedEvent, judgeAtDoor, recordEvents } from './answer.ts';
export { ensureVisitDays, shiftDay } from './days.ts';
export { leftKnownCodes } from './decide.ts';
export { type ImportedVisit, importVisits } from './import.ts';
export { rewriteDay } from './queries-rewrite.ts';
export { checkIn, checkInByPhone, checkOut, listInside, listMine, listToday, recordBatch };

export const visits: Module = {
	name: 'visits',
	operations: [checkIn, checkOut, recordBatch, checkInByPhone, listToday, listInside, listMine],
	jobs,
	prepare: async ({ db, clock }) => {
		await ensureRule(db, clock.now());
		await prepareDays(db, clock.now());
	},
};
