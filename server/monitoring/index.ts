import type { Module } from '#platform/module';
import { countPeople } from './count-people.ts';
import { countRound } from './count-round.ts';
import { getMatrix } from './get-matrix.ts';
import { getPerson } from './get-person.ts';
import { handleAlarm } from './handle-alarm.ts';
import { jobs, prepareDays } from './jobs.ts';
import { listAlarms } from './list-alarms.ts';
import { listMine } from './list-mine.ts';
import { listPeople } from './list-people.ts';
import { listRound } from './list-round.ts';
import { noteAttempt } from './note-attempt.ts';
import { insertFirstRule } from './queries-rule.ts';
import { revealPerson } from './reveal-person.ts';
import { reviewPerson } from './review-person.ts';
import { submitReports } from './submit-reports.ts';
import { turnDay } from './turn-day.ts';

export { addAttempts, type NewAttempt } from './add-attempts.ts';
export { AskedPerson, listAsked } from './asked.ts';
export { type Due, listDue } from './due.ts';
export {
	beginDuties,
	endDuties,
	endDutiesOf,
	moveDuty,
	type NewDuty,
	notePositiveTests,
	renewDuties,
	setLastDay,
} from './duties.ts';
export { DuePerson, toDue } from './list-mine.ts';
export { recordReports, type Told } from './record-reports.ts';
export { ReportInput } from './shapes.ts';
export { hourOf, slotAt } from './slots.ts';
export { Output as ReportsOutput, toOutput as toReportsOutput } from './submit-reports.ts';
export {
	countPeople,
	countRound,
	getMatrix,
	getPerson,
	handleAlarm,
	listAlarms,
	listMine,
	listPeople,
	listRound,
	noteAttempt,
	revealPerson,
	reviewPerson,
	submitReports,
};

export const monitoring: Module = {
	name: 'monitoring',
	operations: [
		...[submitReports, listMine, listPeople, listRound, countRound, countPeople, getPerson, getMatrix],
		...[listAlarms, handleAlarm, revealPerson, noteAttempt, reviewPerson],
	],
	jobs,
	prepare: async ({ db, clock }) => {
		await db.run(insertFirstRule());
		await prepareDays(db, clock.now());
		await turnDay(db, clock.now());
	},
};
