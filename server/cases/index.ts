import type { Module } from '#platform/module';
import { change } from './change.ts';
import { chooseRule } from './choose-rule.ts';
import { closeCase } from './close-case.ts';
import { countByOutbreak } from './count-by-outbreak.ts';
import { countCases } from './count-cases.ts';
import { decideClinically } from './decide-clinically.ts';
import { findPerson } from './find-person.ts';
import { getCase } from './get-case.ts';
import { getTimeline } from './get-timeline.ts';
import { listCases } from './list-cases.ts';
import { openCase } from './open-case.ts';
import { reopenCase } from './reopen-case.ts';

export { addCases, type NewCase } from './add-cases.ts';
export { ageBand } from './age-band.ts';
export { Purpose, toUsedRule, toWindow, UsedRule, Window, windowOf } from './answer.ts';
export { getOpenCaseRow } from './case.ts';
export { type ClosedListener, onClosed } from './close-case.ts';
export { hasGrounds, listGrounded, requireGrounds } from './grounds.ts';
export { filterFields, type LineFilter, type ReadFilter, readFilter } from './line-filter.ts';
export { LineOrder } from './line-order.ts';
export type { RuledCaseRow } from './queries.ts';
export { whereCases } from './queries-line-list.ts';
export { officerOfCase } from './reach.ts';
export {
	change as changeCase,
	chooseRule,
	closeCase,
	countByOutbreak,
	countCases,
	decideClinically,
	findPerson,
	getCase,
	getTimeline,
	listCases,
	openCase,
	reopenCase,
};

export const cases: Module = {
	name: 'cases',
	operations: [
		...[findPerson, openCase, change, chooseRule, decideClinically, closeCase, reopenCase, getCase, listCases],
		...[getTimeline, countCases, countByOutbreak],
	],
};
