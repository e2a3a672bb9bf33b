import type { Module } from '#platform/module';
import { change } from './change.ts';
import { chooseRule } from './choose-rule.ts';
import { closeCase } from './close-case.ts';
import { countByOutbreak } from './count-by-outbreak.ts';
import { countCases } from './count-cases.ts';
import { decideClinically } from './decide-clinically.ts';
import { exportContacts } from './export-contacts.ts';
import { findContacts } from './find-contacts.ts';
import { findPerson } from './find-person.ts';
import { getCase } from './get-case.ts';
import { getTimeline } from './get-timeline.ts';
import { listCases } from './list-cases.ts';
import { listContacts } from './list-contacts.ts';
import { openCase } from './open-case.ts';
import { reopenCase } from './reopen-case.ts';
import { revealContact } from './reveal-contact.ts';

export { type ClosedListener, onClosed } from './close-case.ts';
export { streamCoPresence } from './co-presence.ts';
export { hasGrounds, requireGrounds } from './grounds.ts';
export {
	change as changeCase,
	chooseRule,
	closeCase,
	countByOutbreak,
	countCases,
	decideClinically,
	exportContacts,
	findContacts,
	findPerson,
	getCase,
	getTimeline,
	listCases,
	listContacts,
	openCase,
	reopenCase,
	revealContact,
};

export const cases: Module = {
	name: 'cases',
	operations: [
		...[findPerson, openCase, change, chooseRule, decideClinically, closeCase, reopenCase, getCase, listCases],
		...[getTimeline, countCases, countByOutbreak],
		...[findContacts, listContacts, revealContact, exportContacts],
	],
};
