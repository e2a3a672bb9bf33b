import type { Module } from '#platform/module';

export { type ConfirmedContact, listConfirmed } from './confirmed.ts';

export const contacts: Module = { name: 'contacts', operations: [] };
