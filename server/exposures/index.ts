import type { Module } from '#platform/module';
import { rankPlaces } from './rank-places.ts';
import { tellCompleteness } from './tell-completeness.ts';

export { streamCoPresence } from './co-presence.ts';
export { type Exposed, findExposed, findManyExposed, type Meeting, type Searched, toExposureRule } from './exposed.ts';
export { Contact, Cursor, type FoundContacts, foundFields, searchContacts, searchedOf } from './search.ts';
export { type SharedTime, wholeMinutes } from './shared-time.ts';
export type { TimeTogether } from './time-together.ts';

export { rankPlaces, tellCompleteness };

export const exposures: Module = { name: 'exposures', operations: [tellCompleteness, rankPlaces] };
