import type { Actor } from '#platform/actor';
import { KeptActors } from '#platform/kept-actors';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { hashToken, hasPrefix } from '#platform/token';
import { selectByToken } from './queries.ts';

export type Device = Extract<Actor, { kind: 'device' }>;

const prefix = 'vg_';
const kept = new KeptActors<Device>();

export const isDeviceToken = (token: string): boolean => hasPrefix(token, prefix);

export const newDeviceToken = (token: string): string => `${prefix}${token}`;

/**
 * The device a token stands for: a controller of its place. Throws `device-revoked` when its manager took that away, so
 * that it can say so on its screen; undefined when there was never such a device. Kept for ten seconds.
 */
export const resolveDevice = (platform: Platform, token: string): Promise<Device | undefined> =>
	kept.resolve(token, async () => {
		const row = await platform.db.find(selectByToken(hashToken(token)));
		if (!row) return undefined;
		if (row.revoked_at) throw new Problem('device-revoked');
		const { device_id: id, place_id: place, gate } = row;
		return { kind: 'device', id, place, gate, roles: [{ name: 'controller', place }] };
	});

/** A device was revoked, or moved to another gate. */
export const forgetDevice = (id: string): void => kept.forget(id);

/** Of an operation only devices may call. */
export function asDevice(actor: Actor): Device {
	if (actor.kind !== 'device') throw new Error('only a device calls this');
	return actor;
}
