import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { endRole as endRoleRow, insertRole, selectPlaceRoles } from './queries.ts';
import { forgetAccount } from './resolve-actor.ts';

type Changing = Pick<Context, 'db' | 'now' | 'afterCommit'>;

/** Gives an account a role at a place; says whether it is new. */
export async function giveRole(
	{ db, now, afterCommit }: Changing,
	{ accountId, name, placeId }: { accountId: string; name: 'manager' | 'controller'; placeId: string },
): Promise<boolean> {
	const given = await db.run(insertRole({ roleId: newId(), accountId, name, placeId, now }));
	afterCommit(() => forgetAccount(accountId));
	return given > 0;
}

/** Takes a role at a place away; says whether there was one. */
export async function endRole(
	{ db, now, afterCommit }: Changing,
	{ accountId, name, placeId }: { accountId: string; name: 'manager' | 'controller'; placeId: string },
): Promise<boolean> {
	const ended = await db.run(endRoleRow(accountId, name, placeId, now));
	afterCommit(() => forgetAccount(accountId));
	return ended > 0;
}

/** Who has a role at a place. */
export async function listRoles(
	db: Db,
	placeId: string,
): Promise<{ accountId: string; name: string; givenAt: Date }[]> {
	const rows = await db.rows(selectPlaceRoles(placeId));
	return rows.map((row) => ({ accountId: row.account_id, name: row.name, givenAt: row.given_at }));
}
