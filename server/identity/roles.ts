import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { chunks, sqlRows } from '#platform/sql';
import {
	endAreaRole as endAreaRoleRow,
	endRole as endRoleRow,
	insertPlaceRoles,
	insertRole,
	placeRoleTypes,
	selectAreaRoles,
	selectPlaceRoles,
} from './queries.ts';
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

/** Gives roles at many places at once; those that are held already stay. */
export async function giveRoles(
	{ db, now, afterCommit }: Changing,
	roles: readonly { accountId: string; name: 'manager' | 'controller'; placeId: string }[],
): Promise<void> {
	const rows = roles.map(({ accountId, name, placeId }) => [newId(), accountId, name, placeId, now]);
	for (const part of chunks(rows))
		await db.run(sqlRows(insertPlaceRoles, placeRoleTypes, part, 'on conflict do nothing'));
	const accounts = new Set(roles.map(({ accountId }) => accountId));
	afterCommit(() => accounts.forEach(forgetAccount));
}

/** Gives an account a role in an area and all below it; says whether it is new. */
export async function giveAreaRole(
	{ db, now, afterCommit }: Changing,
	{ accountId, name, areaPath }: { accountId: string; name: 'registrar'; areaPath: string },
): Promise<boolean> {
	const given = await db.run(insertRole({ roleId: newId(), accountId, name, areaPath, now }));
	afterCommit(() => forgetAccount(accountId));
	return given > 0;
}

/** Takes a role in an area away; says whether there was one. */
export async function endAreaRole(
	{ db, now, afterCommit }: Changing,
	{ accountId, name, areaPath }: { accountId: string; name: 'registrar'; areaPath: string },
): Promise<boolean> {
	const ended = await db.run(endAreaRoleRow(accountId, name, areaPath, now));
	afterCommit(() => forgetAccount(accountId));
	return ended > 0;
}

/** The accounts with a role in an area, the newest first; a thousand at most. */
export async function listAreaRoles(
	db: Db,
	name: 'registrar',
): Promise<{ accountId: string; areaPath: string; givenAt: Date }[]> {
	const rows = await db.rows(selectAreaRoles(name));
	return rows.map((row) => ({ accountId: row.account_id, areaPath: row.area_path, givenAt: row.given_at }));
}
