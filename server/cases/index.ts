import type { Module } from '#platform/module';
import { chooseRule } from './choose-rule.ts';
import { closeCase } from './close-case.ts';
import { decideClinically } from './decide-clinically.ts';
import { findPerson } from './find-person.ts';
import { getCase } from './get-case.ts';
import { listCases } from './list-cases.ts';
import { openCase } from './open-case.ts';
import { setDates } from './set-dates.ts';

export { Purpose, toUsedRule, toWindow, UsedRule, Window, windowOf } from './answer.ts';
export { getOpenCaseRow } from './case.ts';
export { hasGrounds, requireGrounds } from './grounds.ts';
export type { RuledCaseRow } from './queries.ts';
export { officerOfCase } from './reach.ts';
export { chooseRule, closeCase, decideClinically, findPerson, getCase, listCases, openCase, setDates };

export const cases: Module = {
	name: 'cases',
	operations: [...[findPerson, openCase, setDates, chooseRule, decideClinically, closeCase, getCase, listCases]],
};
