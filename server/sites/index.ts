import type { Module } from '#platform/module';
import { getFloor } from './get-floor.ts';
import { importBeds } from './import-beds.ts';
import { listFloors } from './list-floors.ts';
import { listFreeBeds } from './list-free-beds.ts';
import { listMoves } from './list-moves.ts';
import { listRound } from './list-round.ts';
import { listSites } from './list-sites.ts';
import { openSite } from './open-site.ts';
import { setBed } from './set-bed.ts';

export { leaveBeds, readStaysOf, takeBed } from './take-bed.ts';
export { getFloor, importBeds, listFloors, listFreeBeds, listMoves, listRound, listSites, openSite, setBed };

export const sites: Module = {
	name: 'sites',
	operations: [openSite, listSites, importBeds, getFloor, listFreeBeds, setBed, listMoves, listFloors, listRound],
};
