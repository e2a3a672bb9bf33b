import { listProfiles } from '#identity';
import { type Actor, actorId, rolesOf } from '#platform/actor';
import { brokenConstraint, type Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { Problem } from '#platform/problem';
import { reaches } from '#platform/who';
import type { BedState, Sex } from './fields.ts';
import { whyUnfit } from './fits-bed.ts';
import { lockBed, selectSite } from './queries.ts';
import { endStays, insertStay, type StayRow, selectStaysOf } from './queries-stays.ts';

type Acting = Pick<Context, 'db' | 'now' | 'caller' | 'platform'>;

/**
 * Gives somebody a bed for an order, in the caller's transaction; the bed they lay in before is free. Throws `not-allowed`
 * where the caller is no officer of the site's area, `bed-taken`, `bed-not-usable` or `bed-for-others`.
 */
export async function takeBed(
	{ db, now, caller, platform }: Acting,
	asked: { siteId: string; bedId: string; personId: string; orderId: string },
): Promise<void> {
	const { siteId, bedId, personId, orderId } = asked;
	const site = await db.find(selectSite(siteId));
	if (!site || !isOfficerOf(caller.actor, site.area_path)) throw new Problem('not-allowed');
	const bed = await db.find(lockBed(siteId, bedId));
	if (!bed) throw new Problem('invalid-input', { field: 'bedId' });
	const profile = (await listProfiles({ db, keys: platform.keys }, [personId])).get(personId);
	const unfit = whyUnfit({ state: bed.state as BedState, sex: bed.sex as Sex }, profile?.gender);
	if (unfit) throw new Problem(unfit, { field: 'bedId' });
	await db.run(endStays([orderId], now));
	try {
		const by = actorId(caller.actor) ?? null;
		await db.run(insertStay({ siteId, stayId: newId(), bedId, personId, orderId, by, now }));
	} catch (error) {
		throw brokenConstraint(error) === 'stay_bed_once' ? new Problem('bed-taken', { field: 'bedId' }) : error;
	}
}

const isOfficerOf = (actor: Actor, area: string): boolean =>
	rolesOf(actor).some((held) => held.name === 'health-officer' && reaches({ area })(held));

/** The orders end, or their people go elsewhere: their beds are free. */
export async function leaveBeds(db: Db, orders: readonly string[], now: Date): Promise<void> {
	if (orders.length) await db.run(endStays(orders, now));
}

const staysMax = 100;

/** `A · tầng 3 · phòng 302 · giường 1` */
export const bedName = (bed: { building: string; floor: string; room: string; bed: string }): string =>
	`${bed.building} · tầng ${bed.floor} · phòng ${bed.room} · giường ${bed.bed}`;

/** Every bed an order has kept its person in, the newest first. */
export async function readStaysOf(
	db: Db,
	orderId: string,
): Promise<{ siteId: string; siteName: string; bed: string; begunAt: Date; leftAt: Date | undefined }[]> {
	const rows = await db.rows(selectStaysOf(orderId, staysMax));
	return rows.map((row: StayRow) => ({
		...{ siteId: row.site_id, siteName: row.site_name, bed: bedName(row) },
		...{ begunAt: row.begun_at, leftAt: row.left_at ?? undefined },
	}));
}
