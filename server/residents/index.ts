import type { Module } from '#platform/module';
import { add } from './add.ts';
import { appointLeader } from './appoint-leader.ts';
import { countReported } from './count-reported.ts';
import { dismissLeader } from './dismiss-leader.ts';
import { findEntrance } from './find-entrance.ts';
import { getEntrance } from './get-entrance.ts';
import { join } from './join.ts';
import { listDwellings } from './list-dwellings.ts';
import { listLeaders } from './list-leaders.ts';
import { listLed } from './list-led.ts';
import { listRound } from './list-round.ts';
import { listToCall } from './list-to-call.ts';
import { openEntrance } from './open-entrance.ts';
import { previewRemoval } from './preview-removal.ts';
import { remove } from './remove.ts';

export { addResidents, holdCordon, type NewResident } from './add-residents.ts';
export { listRosterCordons, listRostered, readRosterCordons } from './at-the-door.ts';
export {
	add,
	appointLeader,
	countReported,
	dismissLeader,
	findEntrance,
	getEntrance,
	join,
	listDwellings,
	listLeaders,
	listLed,
	listRound,
	listToCall,
	openEntrance,
	previewRemoval,
	remove,
};

export const residents: Module = {
	name: 'residents',
	operations: [
		...[
			add,
			previewRemoval,
			remove,
			countReported,
			listDwellings,
			listRound,
			listToCall,
			openEntrance,
			findEntrance,
			getEntrance,
			join,
		],
		...[appointLeader, dismissLeader, listLeaders, listLed],
	],
};
