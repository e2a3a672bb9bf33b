import { onClosed } from '#cases';
import type { Module } from '#platform/module';
import { countDue } from './count-due.ts';
import { decide } from './decide.ts';
import { decideAll } from './decide-all.ts';
import { getBatch } from './get-batch.ts';
import { jobs } from './jobs.ts';
import { proposeDue } from './keep-due.ts';
import { listDue } from './list-due.ts';
import { listGroundless } from './list-groundless.ts';
import { noteGroundless } from './note-groundless.ts';
import { settleGroundless } from './settle-groundless.ts';

export { proposeDue } from './keep-due.ts';
export { countDue, decide, decideAll, getBatch, listDue, listGroundless, settleGroundless };

onClosed(noteGroundless);

export const endings: Module = {
	name: 'endings',
	operations: [listDue, countDue, decide, decideAll, getBatch, listGroundless, settleGroundless],
	jobs,
	prepare: ({ db, clock }) => proposeDue(db, clock.now()),
};
