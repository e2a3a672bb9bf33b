import type { Module } from '#platform/module';
import { fillReminders } from './fill-reminders.ts';
import { jobs, prepareDays } from './jobs.ts';
import { openLink } from './open-link.ts';
import { setTime } from './set-time.ts';
import { submitByLink } from './submit-by-link.ts';

export { remind } from './remind.ts';
export { openLink, setTime, submitByLink };

fillReminders();

export const reminders: Module = {
	name: 'reminders',
	operations: [openLink, submitByLink, setTime],
	jobs,
	prepare: ({ db, clock }) => prepareDays(db, clock.now()),
};
