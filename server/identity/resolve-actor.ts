import type { Actor, Role } from '#platform/actor';
import { KeptActors } from '#platform/kept-actors';
import type { Platform } from '#platform/platform';
import { hashToken, hasPrefix } from '#platform/token';
import { type SessionRow, type StoredRole, selectPartner, selectSessions } from './queries-sessions.ts';

const anyone: Actor = { kind: 'anyone' };
export const partnerPrefix = 'vk_';

const kept = new KeptActors();

/**
 * Who a session token or API key stands for; `anyone` when it stands for nobody any more. Kept for ten seconds, so a
 * sign-out or a changed role takes hold at once in this process and within ten seconds in every other.
 */
export async function resolveActor(platform: Platform, token: string): Promise<Actor> {
	const find = hasPrefix(token, partnerPrefix) ? findPartner : findSession;
	return (await kept.resolve(token, () => find(platform, token))) ?? anyone;
}

/** Forgets what is kept of an account's or a staff member's sessions, after anything about them has changed. */
export const forgetAccount = (id: string): void => kept.forget(id);

const toRoles = (roles: StoredRole[] | null): Role[] =>
	(roles ?? []).map(({ name, place, area }) => ({
		name,
		...(place === null ? {} : { place }),
		...(area === null ? {} : { area }),
	}));

async function findPartner(platform: Platform, key: string): Promise<Actor | undefined> {
	const row = await platform.db.find(selectPartner(hashToken(key), platform.clock.now()));
	if (!row) return undefined;
	const { partner_id: id, authority, scopes } = row;
	return { kind: 'partner', id, authority, scopes, roles: toRoles(row.roles) };
}

interface Asked {
	token: string;
	hash: Buffer;
	resolve(actor: Actor | undefined): void;
	reject(error: unknown): void;
}

const waiting = new WeakMap<Platform, Asked[]>();

/** Sessions asked for in the same turn of the event loop are read in one statement. */
function findSession(platform: Platform, token: string): Promise<Actor | undefined> {
	return new Promise((resolve, reject) => {
		const queue = waiting.get(platform) ?? [];
		if (!queue.length) {
			waiting.set(platform, queue);
			setImmediate(() => {
				waiting.delete(platform);
				void readSessions(platform, queue);
			});
		}
		queue.push({ token, hash: hashToken(token), resolve, reject });
	});
}

async function readSessions(platform: Platform, asked: Asked[]): Promise<void> {
	try {
		const hashes = asked.map(({ hash }) => hash);
		const rows = await platform.db.rows(selectSessions(hashes, platform.clock.now()));
		const found = new Map(rows.map((row) => [row.token_hash.toString('hex'), toActor(row)]));
		for (const { hash, resolve } of asked) resolve(found.get(hash.toString('hex')));
	} catch (error) {
		for (const { reject } of asked) reject(error);
	}
}

function toActor(row: SessionRow): Actor {
	const roles = toRoles(row.roles);
	if (row.staff_id)
		return { kind: 'staff', id: row.staff_id, session: row.session_id, roles, authority: row.authority ?? '' };
	return { kind: 'account', id: row.account_id!, session: row.session_id, persons: row.persons ?? [], roles };
}
