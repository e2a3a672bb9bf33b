import type { Module } from '#platform/module';
import { ensureClocks } from './clock.ts';
import { count } from './count.ts';
import { decide } from './decide.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import { listClocks } from './list-clocks.ts';
import { noteNotices } from './note-notices.ts';
import { propose } from './propose.ts';
import { proposeArrivals } from './propose-arrivals.ts';
import { proposeContacts } from './propose-contacts.ts';
import { refuse } from './refuse.ts';
import { setClock } from './set-clock.ts';

export {
	count,
	decide,
	get,
	list,
	listClocks,
	noteNotices,
	propose,
	proposeArrivals,
	proposeContacts,
	refuse,
	setClock,
};

export const proposals: Module = {
	name: 'proposals',
	operations: [
		...[propose, proposeContacts, proposeArrivals, decide, refuse, noteNotices],
		...[list, count, get, listClocks, setClock],
	],
	prepare: ({ db }) => ensureClocks(db),
};
