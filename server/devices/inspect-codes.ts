import { randomInt } from 'node:crypto';
import { publicKeyOf } from '#declarations';
import type { Platform } from '#platform/platform';
import { p256 } from '#shared/codes/cose';
import { personNamedBy, readPersonalCode } from '#shared/codes/personal-code';

/** Of one in so many scans the server verifies the signature that the gate has verified. */
const sampledOf = 50;
/** So long nothing of a device that sent a false code is believed unseen. */
const suspectedMilliseconds = 3_600_000;

/** A code as a device sent it, with the person it is said to name. */
export interface SentCode {
	code: string;
	person: string;
	/** When it was read, by the server's clock. */
	at: Date;
}

/** Which codes of one call to verify: one in fifty, from a place nobody can foresee. */
export function sampleOf(count: number): number[] {
	const sampled: number[] = [];
	for (let index = randomInt(sampledOf); index < count; index += sampledOf) sampled.push(index);
	return sampled;
}

/**
 * Whether a code is signed here and names that person. Whether it held at that moment the gate has judged: somebody with
 * a code that is over was there all the same.
 */
export async function isGenuine(platform: Platform, { code, person, at }: SentCode): Promise<boolean> {
	const read = await readPersonalCode(code, await codeKeysOf(platform), at);
	if (read.ok) return read.claims.personId === person;
	return !notGenuine.has(read.reason) && personNamedBy(code, at) === person;
}

/** Whose code it is, where it is signed here and holds. */
export async function personOfCode(platform: Platform, code: string, now: Date): Promise<string | undefined> {
	const read = await readPersonalCode(code, await codeKeysOf(platform), now);
	return read.ok ? read.claims.personId : undefined;
}

const notGenuine = new Set(['other-kind', 'malformed', 'unknown-key', 'bad-signature']);

const codeKeys = new WeakMap<Platform['keys'], Promise<ReadonlyMap<string, CryptoKey>>>();

function codeKeysOf(platform: Platform): Promise<ReadonlyMap<string, CryptoKey>> {
	let keys = codeKeys.get(platform.keys);
	if (!keys) codeKeys.set(platform.keys, (keys = openKeys(platform)));
	return keys;
}

async function openKeys(platform: Platform): Promise<ReadonlyMap<string, CryptoKey>> {
	const { keyId, key } = await publicKeyOf(platform);
	return new Map([[keyId, await crypto.subtle.importKey('jwk', key, p256, false, ['verify'])]]);
}

const suspected = new Map<string, number>();

/** A device has sent a code that is not genuine: from now on all it sends is verified. */
export function suspect(platform: Platform, deviceId: string): void {
	platform.metrics.noticed('gate-code-invalid');
	suspected.set(deviceId, platform.clock.now().getTime() + suspectedMilliseconds);
}

export function isSuspected(platform: Platform, deviceId: string): boolean {
	const until = suspected.get(deviceId);
	if (until === undefined) return false;
	if (until > platform.clock.now().getTime()) return true;
	suspected.delete(deviceId);
	return false;
}
