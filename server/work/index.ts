import type { Module } from '#platform/module';
import { listWork } from './list-work.ts';

export type { WorkName } from './kinds.ts';
export { listWork };

export const work: Module = { name: 'work', operations: [listWork] };
