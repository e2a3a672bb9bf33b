import Type from 'typebox';
import { slotAt } from '#monitoring';
import type { Db } from '#platform/db';
import { dayOf } from '#shared/language';
import { PartName } from './fields.ts';
import { selectFloorRounds } from './queries-round.ts';

export const FloorPart = { building: PartName, floor: PartName };

export const FloorRound = Type.Object({
	...FloorPart,
	people: Type.Integer({ description: 'Who is to report today' }),
	waiting: Type.Integer({ description: 'Who has yet to, for the slot of now' }),
});

const floorsMax = 500;

/** The floors somebody lies on, in the order one walks. */
export const readFloorRounds = (db: Db, siteId: string, now: Date) => {
	const slots = [1, 2, 3, 4].map((reportsADay) => slotAt(now, reportsADay));
	return db.rows(selectFloorRounds(siteId, { day: dayOf(now), slots }, floorsMax));
};
