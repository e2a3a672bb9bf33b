import type { Module } from '#platform/module';
import { getArea } from './get-area.ts';
import { getTrend } from './get-trend.ts';
import { jobs } from './jobs.ts';
import { listBelow } from './list-below.ts';
import { insertFirstSetting } from './queries.ts';

export { countDay, countPastDays, countToday } from './count-days.ts';
export type { DayRow } from './queries.ts';
export { readWholeDay } from './read-whole-day.ts';
export { getArea, getTrend, listBelow };

export const overview: Module = {
	name: 'overview',
	operations: [getArea, listBelow, getTrend],
	jobs,
	prepare: async ({ db }) => void (await db.run(insertFirstSetting())),
};
