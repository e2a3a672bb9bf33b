import type { Module } from '#platform/module';

export { beginDuties, endDuties, type NewDuty } from './duties.ts';

export const monitoring: Module = { name: 'monitoring', operations: [] };
