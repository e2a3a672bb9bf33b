import type { Module } from '#platform/module';
import { add } from './add.ts';
import { createLink } from './create-link.ts';
import { list } from './list.ts';
import { listModes } from './list-modes.ts';
import { ensureModes } from './modes.ts';
import { openLink } from './open-link.ts';
import { tell } from './tell.ts';

export { add, createLink, list, listModes, openLink, tell };

export const interviews: Module = {
	name: 'interviews',
	operations: [add, list, listModes, createLink, openLink, tell],
	prepare: ({ db }) => ensureModes(db),
};
