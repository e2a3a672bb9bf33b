import type { Module } from '#platform/module';
import { checkIn } from './check-in.ts';
import { checkInByPhone } from './check-in-by-phone.ts';
import { checkOut } from './check-out.ts';
import { closeNotLeft } from './close-not-left.ts';
import { prepareDays } from './days.ts';
import { jobs } from './jobs.ts';
import { listMine } from './list-mine.ts';
import { recordBatch } from './record-batch.ts';
import { ensureRule } from './rule.ts';

export { leftKnownOf } from './answer.ts';
export { Cursor, readCursor, toCursor } from './cursor.ts';
export { ensureVisitDays, shiftDay } from './days.ts';
export { leftKnownCodes, type Verdict, verdictCodes } from './decide.ts';
export { unpackReasons } from './door-reasons.ts';
export { countInside, insideSince } from './headcount.ts';
export { type ImportedVisit, importVisits } from './import.ts';
export { type Judged, judgeAtDoor } from './judge-visitor.ts';
export type { VisitRow } from './queries.ts';
export { rewriteDay } from './queries-rewrite.ts';
export { type Recorded, recordEvents } from './record-events.ts';
export { currentRule } from './rule.ts';
export { controllerRoles, placeInTime } from './to-events.ts';
export { checkIn, checkInByPhone, checkOut, closeNotLeft, listMine, recordBatch };

export const visits: Module = {
	name: 'visits',
	operations: [checkIn, checkOut, recordBatch, checkInByPhone, closeNotLeft, listMine],
	jobs,
	prepare: async ({ db, clock }) => {
		await ensureRule(db, clock.now());
		await prepareDays(db, clock.now());
	},
};
