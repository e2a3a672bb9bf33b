import type { Module } from '#platform/module';
import { chooseRule } from './choose-rule.ts';
import { closeCase } from './close-case.ts';
import { decideClinically } from './decide-clinically.ts';
import { exportContacts } from './export-contacts.ts';
import { findContacts } from './find-contacts.ts';
import { findPerson } from './find-person.ts';
import { getCase } from './get-case.ts';
import { listCases } from './list-cases.ts';
import { listContacts } from './list-contacts.ts';
import { openCase } from './open-case.ts';
import { revealContact } from './reveal-contact.ts';
import { setDates } from './set-dates.ts';

export { getOpenCaseRow } from './case.ts';
export { streamCoPresence } from './co-presence.ts';
export { hasGrounds, requireGrounds } from './grounds.ts';
export {
	chooseRule,
	closeCase,
	decideClinically,
	exportContacts,
	findContacts,
	findPerson,
	getCase,
	listCases,
	listContacts,
	openCase,
	revealContact,
	setDates,
};

export const cases: Module = {
	name: 'cases',
	operations: [
		...[findPerson, openCase, setDates, chooseRule, decideClinically, closeCase, getCase, listCases],
		...[findContacts, listContacts, revealContact, exportContacts],
	],
};
