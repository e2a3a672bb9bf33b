import { findArea } from '#areas';
import type { Actor } from '#platform/actor';
import { rolesOf } from '#platform/actor';
import type { Db } from '#platform/db';
import { reaches, role } from '#platform/who';

const roleNames = ['health-officer', 'analyst', 'administrator'];

/** Whoever answers for numbers in an area or above it. */
export const readerOfArea = role(roleNames, async ({ areaId }: { areaId: number }, db: Db) => ({
	area: (await findArea(db, areaId))?.path,
}));

/** Only officers of the area know its people anyway; everybody else sees no small numbers. */
export const seesSmall = (actor: Actor, path: string): boolean =>
	rolesOf(actor).some((held) => held.name === 'health-officer' && reaches({ area: path })(held));
