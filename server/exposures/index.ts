import type { Module } from '#platform/module';

export { streamCoPresence } from './co-presence.ts';
export { type Exposed, findExposed, findManyExposed, type Meeting, type Searched, toExposureRule } from './exposed.ts';
export { Contact, Cursor, type FoundContacts, foundFields, searchContacts, searchedOf } from './search.ts';
export { type SharedTime, wholeMinutes } from './shared-time.ts';

export const exposures: Module = { name: 'exposures', operations: [] };
