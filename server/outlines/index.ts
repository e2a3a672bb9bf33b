import type { Module } from '#platform/module';
import { listBelow } from './list-below.ts';

export { AreaOutline } from './area-outline.ts';
export { loadOutlines } from './load-outlines.ts';
export { readFeatures } from './read-features.ts';
export { readOutlines } from './read-outlines.ts';
export { listBelow };

export const outlines: Module = { name: 'outlines', operations: [listBelow] };
