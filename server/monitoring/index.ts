import type { Module } from '#platform/module';
import { countPeople } from './count-people.ts';
import { jobs, prepareDays } from './jobs.ts';
import { listPeople } from './list-people.ts';
import { insertFirstRule } from './queries-rule.ts';
import { submitReports } from './submit-reports.ts';
import { turnDay } from './turn-day.ts';

export {
	beginDuties,
	endDuties,
	moveDuty,
	type NewDuty,
	notePositiveTests,
	resumeDuties,
	setLastDay,
} from './duties.ts';
export { slotAt } from './slots.ts';
export { countPeople, listPeople, submitReports };

export const monitoring: Module = {
	name: 'monitoring',
	operations: [submitReports, listPeople, countPeople],
	jobs,
	prepare: async ({ db, clock }) => {
		await db.run(insertFirstRule(clock.now()));
		await prepareDays(db, clock.now());
		await turnDay(db, clock.now());
	},
};
