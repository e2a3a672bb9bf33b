import type { Module } from '#platform/module';
import { chooseBed } from './choose-bed.ts';
import { countSightings } from './count-sightings.ts';
import { endOrder } from './end-order.ts';
import { extendOrder } from './extend-order.ts';
import { getOrder } from './get-order.ts';
import { handleSighting } from './handle-sighting.ts';
import { issueOrder } from './issue-order.ts';
import { jobs } from './jobs.ts';
import { listMine } from './list-mine.ts';
import { listOrders } from './list-orders.ts';
import { listSightings } from './list-sightings.ts';
import { insertFirstRetention } from './queries-sightings.ts';
import { revealPerson } from './reveal-person.ts';
import { transferOrder } from './transfer-order.ts';

export { beginOrders, type NewOrder } from './begin-orders.ts';
export { type Ending, endOrders } from './end-orders.ts';
export { beginHolds, endHolds, type Hold } from './holds.ts';
export { Contact, decisionFields, Kind } from './order.ts';
export { lastDayOf, readOrderTimes } from './order-times.ts';
export { holdingAt, listAllRestricted, listRestricted, listRestrictions, type Restricted } from './restrictions.ts';
export { recordSightings, type Sighting } from './sightings.ts';
export {
	chooseBed,
	countSightings,
	endOrder,
	extendOrder,
	getOrder,
	handleSighting,
	issueOrder,
	listMine,
	listOrders,
	listSightings,
	revealPerson,
	transferOrder,
};

export const isolation: Module = {
	name: 'isolation',
	operations: [
		...[issueOrder, endOrder, extendOrder, transferOrder, chooseBed, getOrder, listOrders, listMine],
		...[listSightings, countSightings, handleSighting, revealPerson],
	],
	jobs,
	prepare: async ({ db, clock }) => void (await db.run(insertFirstRetention(clock.now()))),
};
