import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { Keys } from '#platform/keys';

/** By what push services know this installation (RFC 8292): a key of its own, which browsers are subscribed with. */
export interface Vapid {
	/** Uncompressed, base64url: what a page hands to `pushManager.subscribe`. */
	publicKey: string;
	key: KeyObject;
}

const opened = new WeakMap<Keys, Vapid>();

/** Follows from the installation's secrets, so it is the same for all servers and lies nowhere by itself. */
export function vapidOf(keys: Keys): Vapid {
	let vapid = opened.get(keys);
	if (!vapid) opened.set(keys, (vapid = makeVapid(keys)));
	return vapid;
}

function makeVapid(keys: Keys): Vapid {
	const pair = createECDH('prime256v1');
	const d = Buffer.concat([keys.hash('push', 'first half'), keys.hash('push', 'second half')]);
	// No number of the curve in one of four thousand million installations: Node says so, and new secrets mend it.
	pair.setPrivateKey(d);
	const point = pair.getPublicKey();
	const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url')) as [
		string,
		string,
	];
	const jwk = { kty: 'EC', crv: 'P-256', d: d.toString('base64url'), x, y };
	return { publicKey: point.toString('base64url'), key: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

const hour = 3_600;
/** A day at most, by the standard. */
const validSeconds = 12 * hour;

/** What a request to a push service says of who sends it; `contact` is where its operator finds us. */
export function authorize({ publicKey, key }: Vapid, endpoint: URL, contact: string, now: Date): string {
	const expiresAt = Math.floor(now.getTime() / 1_000) + validSeconds;
	const claims = { aud: endpoint.origin, exp: expiresAt - (expiresAt % hour), sub: contact };
	const said = [{ typ: 'JWT', alg: 'ES256' }, claims]
		.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
		.join('.');
	const signature = sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
	return `vapid t=${said}.${signature}, k=${publicKey}`;
}
