import { createHash } from 'node:crypto';
import type { Keys } from '#platform/keys';
import { Problem } from '#platform/problem';
import type { Recipient } from './encrypt.ts';

/** Where a browser is reached, as it gave it. */
export interface Target {
	endpoint: string;
	p256dh: string;
	auth: string;
}

/**
 * Whether an address is at a push service the operator trusts. Any page may name any address, and this server would call
 * it: so nothing that is not listed is called. `https://*.push.apple.com` stands for one label.
 */
export function isTrusted(endpoint: string, origins: readonly string[]): boolean {
	const url = URL.parse(endpoint);
	if (!url || url.username || url.password) return false;
	const [, rest] = /^https:\/\/[^.]+(\..+)$/.exec(url.origin) ?? [];
	return origins.includes(url.origin) || (rest !== undefined && origins.includes(`https://*${rest}`));
}

/** Throws `invalid-input` for an address that is not at a trusted service, and for keys that are none. */
export function checkTarget({ endpoint, p256dh, auth }: Target, origins: readonly string[]): void {
	if (!isTrusted(endpoint, origins)) throw new Problem('invalid-input', { field: 'endpoint' });
	const point = Buffer.from(p256dh, 'base64url');
	if (point.length !== 65 || point[0] !== 4) throw new Problem('invalid-input', { field: 'p256dh' });
	if (Buffer.from(auth, 'base64url').length !== 16) throw new Problem('invalid-input', { field: 'auth' });
}

export const idOf = (endpoint: string): string =>
	(createHash('sha256').update(endpoint).digest().readBigUInt64BE() >> 1n).toString();

export const sealTarget = (keys: Keys, { endpoint, p256dh, auth }: Target): Buffer =>
	keys.encrypt(JSON.stringify([endpoint, p256dh, auth]));

export function openTarget(keys: Keys, sealed: Buffer): { endpoint: string; recipient: Recipient } {
	const [endpoint, p256dh, auth] = JSON.parse(keys.decrypt(sealed)) as [string, string, string];
	return { endpoint, recipient: { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') } };
}
