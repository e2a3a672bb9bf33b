import type { Module } from '#platform/module';
import { exportContacts } from './export-contacts.ts';
import { findContacts } from './find-contacts.ts';
import { listContacts } from './list-contacts.ts';
import { revealContact } from './reveal-contact.ts';

export { type ConfirmedContact, listConfirmed } from './confirmed.ts';
export { exportContacts, findContacts, listContacts, revealContact };

export const contacts: Module = {
	name: 'contacts',
	operations: [findContacts, listContacts, revealContact, exportContacts],
};
