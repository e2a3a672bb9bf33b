import type { Module } from '#platform/module';

export { streamCoPresence } from './co-presence.ts';
export { Contact, Cursor, type FoundContacts, foundFields, searchContacts } from './search.ts';

export const exposures: Module = { name: 'exposures', operations: [] };
