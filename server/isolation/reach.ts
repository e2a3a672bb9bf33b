import { findArea } from '#areas';
import { officerOf } from '#identity';
import type { Db } from '#platform/db';
import { anyOf } from '#platform/who';
import { selectHomeArea, selectOrderArea } from './queries.ts';
import { selectSighting } from './queries-sightings.ts';

/** A health officer of the area that is to manage the isolation, or of the commune the person lives in. */
export const officerOfPersonOrArea = anyOf(
	officerOf(async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path),
	officerOf(async ({ person }: { person: string }, db: Db) => (await db.find(selectHomeArea(person)))?.path),
);

const orderArea = async (orderId: string, db: Db) => (await db.find(selectOrderArea(orderId)))?.area_path;
const sightingArea = async (sightingId: string, db: Db) => (await db.find(selectSighting(sightingId)))?.area_path;

/** A health officer whose area manages the order. */
export const officerOfOrder = officerOf(({ orderId }: { orderId: string }, db: Db) => orderArea(orderId, db));

/** A health officer whose area is told of the sighting. */
export const officerOfSighting = officerOf(({ sightingId }: { sightingId: string }, db: Db) =>
	sightingArea(sightingId, db),
);
