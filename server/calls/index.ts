import type { Module } from '#platform/module';
import { jobs } from './jobs.ts';
import { listCalls } from './list-calls.ts';
import { noteCall } from './note-call.ts';
import { revealPerson } from './reveal-person.ts';

export { addCalls, type NewCall, type Reason, withdrawCalls } from './call.ts';
export { listCalls, noteCall, revealPerson };

export const calls: Module = { name: 'calls', operations: [listCalls, noteCall, revealPerson], jobs };
